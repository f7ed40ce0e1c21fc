WITH ledger AS (
  SELECT min(inspect_date) AS begins,
         coalesce(bool_or(gsp), false) AS marks_gsp,
         least(as_of(), period_end()) AS window_to,
         add_months(window_to, -$three_years_months) + 1 AS window_from
  FROM visit
)
SELECT aged._row,
       any_value(aged.pharmacy_name) AS pharmacy_name,
       any_value(aged.station) AS owner,
       coalesce(any_value(aged.class), '经营范围不明') AS class,
       ledger.window_from,
       ledger.window_to,
       CASE WHEN ledger.marks_gsp THEN 'GSP符合性检查' ELSE '检查（台账没有注明GSP检查，任何一次检查都已计入）' END AS what,
       count(paired.store_row) FILTER (NOT paired.unsure AND (paired.gsp OR NOT ledger.marks_gsp)) AS done,
       count(paired.store_row) FILTER (paired.unsure) AS unclear,
       add_months(aged.opened, $three_years_months) AS due,
       CASE WHEN done > 0 THEN 'ok'
            WHEN aged.opened >= ledger.window_from THEN 'pending'
            WHEN unclear > 0 OR any_value(aged.class) IS NULL THEN 'gap'
            -- A ledger that does not reach back cannot show that nobody came.
            WHEN (year(ledger.begins) <= year(ledger.window_from)) IS NOT TRUE THEN 'gap'
            ELSE 'violation' END AS verdict
FROM aged
CROSS JOIN ledger
LEFT JOIN paired
  ON paired.store_row = aged._row
 AND (paired.inspect_date BETWEEN ledger.window_from AND ledger.window_to) IS NOT FALSE
WHERE coalesce(aged.class, '一般') = '一般'
GROUP BY aged._row, aged.opened, ledger.begins, ledger.marks_gsp, ledger.window_to, ledger.window_from
