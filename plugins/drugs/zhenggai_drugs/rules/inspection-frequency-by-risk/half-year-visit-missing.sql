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
)
SELECT aged._row,
       half.label AS subject,
       any_value(aged.pharmacy_name) AS pharmacy_name,
       any_value(aged.station) AS owner,
       count(DISTINCT paired.inspect_date) FILTER (NOT paired.unsure) AS done,
       count(paired.store_row) FILTER (paired.unsure) AS unclear,
       half.last_day AS due,
       CASE WHEN done >= 1 THEN 'ok'
            WHEN NOT half.ended THEN 'pending'
            WHEN unclear > 0 OR any_value(aged.class) IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM aged
CROSS JOIN core.halves AS half
LEFT JOIN paired
  ON paired.store_row = aged._row
 AND (paired.inspect_date BETWEEN half.first_day AND half.last_day) IS NOT FALSE
WHERE coalesce(aged.class, '特药') = '特药'
  -- Opened within the half-year: only if in business for at least half of it.
  AND (2 * (half.last_day - aged.opened + 1) >= half.last_day - half.first_day + 1) IS NOT FALSE
GROUP BY aged._row, half.label, half.last_day, half.ended
