WITH ledger AS (
  SELECT coalesce(bool_or(gsp), false) AS marks_gsp
  FROM visit
)
SELECT aged._row,
       year.label AS subject,
       any_value(aged.pharmacy_name) AS pharmacy_name,
       any_value(aged.station) AS owner,
       aged.opened,
       count(DISTINCT paired.inspect_date) FILTER (NOT paired.unsure AND (paired.gsp OR NOT ledger.marks_gsp)) AS done,
       count(DISTINCT paired.inspect_date) FILTER (NOT paired.unsure) AS visits,
       count(paired.store_row) FILTER (paired.unsure) AS unclear,
       year.last_day AS due,
       CASE WHEN done > 0 THEN 'ok'
            WHEN NOT year.ended THEN 'pending'
            WHEN unclear > 0 OR aged.opened IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM aged
CROSS JOIN core.years AS year
CROSS JOIN ledger
LEFT JOIN paired
  ON paired.store_row = aged._row
 AND (paired.inspect_date BETWEEN year.first_day AND year.last_day) IS NOT FALSE
-- Without a date of opening, an earlier visit proves the pharmacy old.
WHERE (year(aged.opened) + 1 = year(year.first_day)) IS NOT FALSE
  AND (aged.opened IS NOT NULL OR (aged.first_visit < add_months(year.first_day, -12)) IS NOT TRUE)
GROUP BY aged._row, aged.opened, aged.class, year.label, year.last_day, year.ended, ledger.marks_gsp
-- No visit at all to a pharmacy of a graver class is reported under its class.
HAVING visits > 0
    OR coalesce(aged.class, '一般') = '一般'
