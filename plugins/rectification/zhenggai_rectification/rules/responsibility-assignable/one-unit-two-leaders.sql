WITH said AS (
  SELECT _row, norm_name(unit) AS unit, leader, list_transform(split_names(leader), lambda one: norm_name(one)) AS names
  FROM rectification.ledger
  WHERE len(split_names(unit)) = 1
),
shared AS (
  -- Leaders who share a section stand together somewhere: the first row's names are met by every other.
  SELECT unit,
         list(_row ORDER BY _row) AS _rows,
         string_agg(DISTINCT leader, '、' ORDER BY leader) AS leaders,
         list_aggregate(list_distinct(flatten(list(names))), 'count') AS persons,
         max(len(names)) AS most,
         bool_or(len(names) = 0) AS unknown
  FROM said
  GROUP BY unit
)
SELECT _rows,
       unit AS key,
       unit,
       coalesce(leaders, '') AS leaders,
       CASE WHEN unknown THEN 'gap' ELSE judge(persons <= most) END AS verdict
FROM shared
