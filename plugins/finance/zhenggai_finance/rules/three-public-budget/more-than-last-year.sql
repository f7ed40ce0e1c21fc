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
)
SELECT list_filter([report._row], lambda one: one IS NOT NULL) AS _rows,
       label || now.item AS key,
       label AS year,
       now.item AS item,
       now.actual AS actual,
       coalesce(earlier.actual, last_report.final) AS earlier,
       last_day AS fact_date,
       CASE WHEN coalesce(earlier.actual, last_report.final) IS NULL OR now.actual IS NULL THEN 'gap'
            WHEN now.actual > coalesce(earlier.actual, last_report.final) AND report.remarks IS NULL THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM core.years AS span
JOIN actual AS now ON now.year = CAST(label AS INTEGER)
LEFT JOIN actual AS earlier ON earlier.year = now.year - 1 AND earlier.item = now.item
LEFT JOIN finance.three_public_report AS report ON report.fiscal_year = now.year AND report.item = now.item
LEFT JOIN finance.three_public_report AS last_report ON last_report.fiscal_year = now.year - 1 AND last_report.item = now.item
WHERE now.item IN ('公务接待费', '公务用车运行维护费')
