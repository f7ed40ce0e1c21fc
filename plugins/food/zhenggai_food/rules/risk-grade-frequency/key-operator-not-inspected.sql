WITH operator AS (
  SELECT _row, norm_name(name) AS name, nullif(upper(norm_text(uscc)), '') AS code
  FROM food.operator_register
  WHERE status IS NULL OR status = '在营'
),
visit AS (
  SELECT _row, norm_name(subject_name) AS name, nullif(upper(norm_text(uscc)), '') AS code
  FROM food.inspection_ledger
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
         year(inspect_date) AS in_year,
         count(DISTINCT inspect_date) FILTER (sure AND list_contains($counted_types, inspect_type)) AS done,
         count(*) FILTER (sure AND inspect_date IS NOT NULL) AS visits,
         -- Without a date or a type, or fitting several operators: it may count or not.
         count(*) FILTER (inspect_date IS NULL OR NOT sure OR inspect_type IS NULL) AS unclear,
         count(*) FILTER (inspect_type IN ('投诉举报', '抽检不合格', '交办')
                          OR regexp_matches(coalesce(measures, ''), '投诉|举报|抽检不合格|交办')) AS reasoned
  FROM link
  JOIN food.inspection_ledger AS ledger ON ledger._row = link.entry_row
  GROUP BY ALL
),
counted AS (
  SELECT registered._row,
         registered.name,
         registered.risk_grade,
         registered.subject_type,
         label,
         first_day,
         last_day,
         ended,
         coalesce(first_issue, licence_issue) AS opened,
         -- Licensed within the year: the whole months that were left of it.
         CASE WHEN opened > first_day
              THEN 12 - month(opened) + CASE WHEN day(opened) = 1 THEN 1 ELSE 0 END
              ELSE 12 END AS months,
         CASE risk_grade WHEN 'A' THEN $min_a WHEN 'B' THEN $min_b WHEN 'C' THEN $min_c WHEN 'D' THEN $min_d END
           * months // 12 AS required,
         CASE risk_grade WHEN 'A' THEN $max_a WHEN 'B' THEN $max_b WHEN 'C' THEN $max_c WHEN 'D' THEN $max_d END AS ceiling,
         (opened < first_day) IS NOT FALSE
           AND (coalesce(special_food_producer, FALSE)
                OR coalesce(subject_type IN ('中央厨房', '集体用餐配送单位'), FALSE)
                OR coalesce(risk_grade = 'D', FALSE)
                OR coalesce(risk_grade = 'C' AND subject_type = '食品生产', FALSE)) AS key_operator,
         coalesce(visited.done, 0) AS done,
         coalesce(visited.visits, 0) AS visits,
         coalesce(visited.reasoned, 0) AS reasoned,
         coalesce(visited.unclear, 0) + coalesce(undated.unclear, 0) AS unclear
  FROM operator
  JOIN food.operator_register AS registered USING (_row)
  CROSS JOIN core.years
  LEFT JOIN visited ON visited.subject_row = operator._row AND visited.in_year = year(first_day)
  LEFT JOIN visited AS undated ON undated.subject_row = operator._row AND undated.in_year IS NULL
  WHERE (coalesce(first_issue, licence_issue) <= last_day) IS NOT FALSE
)
SELECT _row,
       label AS subject,
       name,
       subject_type,
       coalesce(risk_grade, '未评') AS risk_grade,
       label AS year,
       last_day AS due,
       last_day AS fact_date,
       CASE WHEN visits > 0 THEN 'ok'
            WHEN NOT ended THEN 'pending'
            WHEN unclear > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM counted
WHERE key_operator
