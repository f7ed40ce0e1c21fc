(function () {
  "use strict";
  var form = document.getElementById("filter");
  if (form) {
    var rows = Array.prototype.slice.call(document.querySelectorAll("tr.f"));
    var groups = Array.prototype.slice.call(document.querySelectorAll(".group"));
    var shown = document.getElementById("shown");
    var names = ["section", "severity", "verdict", "rule", "owner"];
    var timer = 0;
    form.hidden = false;
    var said = function (item, of) {
      if (item.words === undefined) { item.words = of.textContent.toLowerCase(); }
      return item.words;
    };
    var has = function (row, word) {
      var group = row.closest(".group");
      return said(row, row).indexOf(word) >= 0 || said(group, group.querySelector("summary")).indexOf(word) >= 0;
    };
    var apply = function () {
      var asked = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
      var wanted = names.filter(function (name) { return form.elements[name].value !== ""; });
      var count = 0;
      rows.forEach(function (row) {
        var keep = wanted.every(function (name) {
          return row.getAttribute("data-" + name) === form.elements[name].value;
        }) && asked.every(function (word) { return has(row, word); });
        row.hidden = !keep;
        if (keep) { count += 1; }
      });
      groups.forEach(function (group) {
        var left = group.querySelectorAll("tr.f:not([hidden])").length;
        group.hidden = left === 0;
        group.querySelector(".count").textContent = left;
        if ((wanted.length || asked.length) && left) { group.open = true; }
      });
      shown.textContent = count;
    };
    var later = function () { window.clearTimeout(timer); timer = window.setTimeout(apply, 120); };
    form.addEventListener("input", later);
    form.addEventListener("change", apply);
    form.addEventListener("reset", function () { window.setTimeout(apply, 0); });
    form.addEventListener("submit", function (event) { event.preventDefault(); apply(); });
    apply();
  }
  window.addEventListener("beforeprint", function () {
    Array.prototype.forEach.call(document.querySelectorAll("details"), function (item) {
      item.open = true;
    });
  });
}());
