WITH visit AS (
  SELECT inspect_date,
         inspect_type,
         inspect_date IS NULL OR inspect_type IS NULL AS unsure,
         inspect_type = 'GSP符合性检查' OR coalesce(gsp_items, false) AS gsp,
         upper(regexp_replace(norm_text(licence_no), '[()\[\]〔〕【】]', '', 'g')) AS number,
         norm_name(pharmacy_name) AS name
  FROM drugs.inspection_ledger
  WHERE inspect_type NOT IN ('跟踪检查', '许可检查') IS NOT FALSE
),
store AS (
  SELECT *,
         upper(regexp_replace(norm_text(licence_no), '[()\[\]〔〕【】]', '', 'g')) AS number,
         norm_name(pharmacy_name) AS name,
         -- “生物制品（除血液制品）” does not sell what it leaves out.
         regexp_replace(norm_text(business_scope), '\([^)]*(除|不含)[^)]*\)|不含[^,;、。]*|除[^,;。]*外', '', 'g') AS scope,
         CASE WHEN scope IS NULL THEN NULL
              WHEN coalesce(list_bool_or(list_transform(CAST($half_year_words AS VARCHAR[]),
                lambda word: contains(scope, word))), false) THEN '特药'
              WHEN coalesce(list_bool_or(list_transform(CAST($yearly_words AS VARCHAR[]),
                lambda word: contains(scope, word))), false) THEN '重点'
              ELSE '一般' END AS class
  FROM drugs.pharmacy_register
  WHERE status IS NULL OR status = '在营'
),
-- By licence number; by name only where the register does not know the number.
paired AS (
  SELECT store._row AS store_row, visit.*
  FROM visit
  JOIN store USING (number)
  UNION ALL
  SELECT store._row AS store_row, visit.*
  FROM visit
  LEFT JOIN (SELECT DISTINCT number FROM store WHERE number IS NOT NULL) AS known ON known.number = visit.number
  JOIN store ON store.name = visit.name
  WHERE known.number IS NULL
),
aged AS (
  SELECT store.*,
         seen.first_visit,
         -- Inspected before its licence was issued: the licence was renewed, the pharmacy is old.
         coalesce(first_issue, least(licence_issue, CASE WHEN licence_issue IS NOT NULL THEN first_visit END)) AS opened
  FROM store
  LEFT JOIN (SELECT store_row, min(inspect_date) AS first_visit FROM paired GROUP BY store_row) AS seen
    ON seen.store_row = store._row
),
ledger AS (
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
