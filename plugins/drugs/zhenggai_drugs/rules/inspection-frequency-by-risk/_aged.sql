SELECT store.*,
       seen.first_visit,
       -- Inspected before its licence was issued: the licence was renewed, the pharmacy is old.
       coalesce(first_issue, least(licence_issue, CASE WHEN licence_issue IS NOT NULL THEN first_visit END)) AS opened
FROM store
LEFT JOIN (SELECT store_row, min(inspect_date) AS first_visit FROM paired GROUP BY store_row) AS seen
  ON seen.store_row = store._row
