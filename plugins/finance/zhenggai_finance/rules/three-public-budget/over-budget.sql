WITH entry AS (
  SELECT _row,
         year(voucher_date) AS year,
         CASE WHEN starts_with(econ_code, '30217') OR contains(account_name, '公务接待费') THEN '公务接待费'
              WHEN starts_with(econ_code, '30231') OR contains(account_name, '公务用车运行') THEN '公务用车运行维护费'
              WHEN starts_with(econ_code, '31013') OR contains(account_name, '公务用车购置') THEN '公务用车购置费'
              WHEN starts_with(econ_code, '30212') OR contains(account_name, '因公出国') THEN '因公出国（境）费' END AS item,
         coalesce(debit, CASE WHEN dr_cr = '借' THEN amount WHEN dr_cr = '贷' OR credit IS NOT NULL THEN 0 END)
           - coalesce(credit, CASE WHEN dr_cr = '贷' THEN amount WHEN dr_cr = '借' OR debit IS NOT NULL THEN 0 END) AS net,
         left(regexp_replace(account_code, '[. -]', '', 'g'), 1) AS class
  FROM finance.voucher_journal
  WHERE carry_over IS DISTINCT FROM TRUE
    AND NOT contains(coalesce(summary, ''), '结转')
    AND coalesce(norm_text(void_flag), '') NOT IN ('是', '1', 'Y', '作废', '已作废')
), sided AS (
  -- One accounting side only: an event is booked on both. A purchased car is an asset there, so its payment is read on the budget side.
  SELECT year,
         item,
         CASE WHEN count(*) FILTER (class = '7') > 0 THEN '7' ELSE '5' END AS side
  FROM entry
  WHERE item IS NOT NULL
    AND class IN ('5', '7')
  GROUP BY ALL
), summed AS (
  SELECT sided.year,
         sided.item,
         sum(net) AS total,
         count(*) > count(net) AS unknown
  FROM entry
  JOIN sided ON sided.year = entry.year AND sided.item = entry.item AND sided.side = entry.class
  GROUP BY ALL
), actual AS (
  -- A year with books and no entry of an item spent nothing on it.
  SELECT booked.year,
         kind.item,
         CASE WHEN NOT coalesce(unknown, FALSE) THEN coalesce(total, 0) END AS actual
  FROM (SELECT DISTINCT year FROM entry WHERE year IS NOT NULL) AS booked
  JOIN (SELECT unnest(['公务接待费', '公务用车运行维护费', '公务用车购置费', '因公出国（境）费']) AS item) AS kind ON TRUE
  LEFT JOIN summed ON summed.year = booked.year AND summed.item = kind.item
), budget AS (
  SELECT fiscal_year AS year,
         CASE left(regexp_extract(econ_code, '[0-9]+'), 5)
           WHEN '30217' THEN '公务接待费'
           WHEN '30231' THEN '公务用车运行维护费'
           WHEN '31013' THEN '公务用车购置费'
           WHEN '30212' THEN '因公出国（境）费' END AS item,
         list(_row ORDER BY _row) AS budget_rows,
         CASE WHEN count(*) = count(approved) THEN sum(approved) END AS approved,
         CASE WHEN count(*) = count(coalesce(adjusted, approved)) THEN sum(coalesce(adjusted, approved)) END AS allowed
  FROM finance.budget_items
  GROUP BY fiscal_year, item
)
SELECT coalesce(budget_rows, []) AS _rows,
       label || actual.item AS key,
       label AS year,
       actual.item AS item,
       actual.actual AS actual,
       CASE WHEN budget.item IS NULL THEN 0 ELSE allowed END AS allowed,
       actual.actual - CASE WHEN budget.item IS NULL THEN 0 ELSE budget.allowed END AS amount,
       last_day AS fact_date,
       CASE WHEN listed.year IS NULL THEN 'gap'
            ELSE judge(amount <= 0) END AS verdict
FROM core.years AS span
JOIN actual ON actual.year = CAST(label AS INTEGER)
LEFT JOIN (SELECT DISTINCT fiscal_year AS year FROM finance.budget_items) AS listed ON listed.year = actual.year
LEFT JOIN budget ON budget.year = actual.year AND budget.item = actual.item
