WITH operator AS (
  SELECT _row,
         norm_name(name) AS name,
         nullif(upper(norm_text(uscc)), '') AS code,
         -- A renewal does not make an old operator new.
         coalesce(first_issue, licence_issue) AS opened
  FROM food.operator_register
  WHERE (status IS NULL OR status = '在营')
    AND NOT coalesce(list_contains($exempt_types, subject_type), FALSE)
),
visit AS (
  SELECT _row, norm_name(subject_name) AS name, nullif(upper(norm_text(uscc)), '') AS code
  FROM food.inspection_ledger
  WHERE (inspect_date <= as_of()) IS NOT FALSE
    AND (inspect_type NOT IN ('飞行检查', '跟踪检查')) IS NOT FALSE
),
named AS (
  SELECT operator._row AS subject_row, visit._row AS entry_row, operator.code
  FROM operator
  JOIN visit ON operator.code = visit.code
  UNION
  SELECT operator._row, visit._row, operator.code
  FROM operator
  JOIN visit ON operator.name = visit.name
  WHERE operator.code IS NULL OR visit.code IS NULL
),
other_entry AS (
  SELECT _row, name FROM visit ANTI JOIN named ON named.entry_row = visit._row
),
-- Neither code nor whole name fits: one name may begin with the other, if it fits one operator only.
opened AS (
  SELECT operator._row AS subject_row, opening._row AS entry_row, operator.code
  FROM operator
  JOIN (SELECT _row, unnest(list_transform(range(3, length(name)), lambda n: left(name, n))) AS name
        FROM other_entry) AS opening USING (name)
  UNION
  SELECT opening._row, other_entry._row, opening.code
  FROM other_entry
  JOIN (SELECT _row, code, unnest(list_transform(range(3, length(name)), lambda n: left(name, n))) AS name
        FROM operator) AS opening USING (name)
),
link AS (
  SELECT subject_row,
         entry_row,
         count(DISTINCT coalesce(code, CAST(subject_row AS VARCHAR))) OVER (PARTITION BY entry_row) = 1 AS sure
  FROM (FROM named UNION FROM opened)
),
visited AS (
  SELECT subject_row,
         max(inspect_date) FILTER (sure) AS last_visit,
         -- Visits without a date, or that fit several operators.
         count(*) FILTER (inspect_date IS NULL OR NOT sure AND inspect_date > add_months(as_of(), -$window_months)) AS unclear
  FROM link
  JOIN food.inspection_ledger AS ledger ON ledger._row = link.entry_row
  GROUP BY subject_row
)
SELECT operator._row,
       registered.name,
       subject_type,
       add_months(as_of(), -$window_months) + 1 AS window_start,
       as_of() AS window_end,
       coalesce(CAST(last_visit AS VARCHAR), '（没有记录）') AS last_visit,
       add_months(opened, $window_months) AS due,
       CASE WHEN last_visit >= window_start THEN 'ok'
            WHEN opened > add_months(as_of(), -$window_months) THEN 'pending'
            WHEN unclear > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM operator
JOIN food.operator_register AS registered USING (_row)
LEFT JOIN visited ON visited.subject_row = operator._row
