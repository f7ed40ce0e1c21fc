WITH operator AS (
  SELECT _row, norm_name(name) AS name, nullif(upper(norm_text(uscc)), '') AS code
  FROM food.operator_register
  WHERE (status IS NULL OR status = '在营')
    AND NOT coalesce(list_contains($exempt_types, subject_type), FALSE)
    AND (coalesce(first_issue, licence_issue) > add_months(as_of(), -$window_months)) IS NOT TRUE
),
visit AS (
  SELECT _row,
         norm_name(subject_name) AS name,
         nullif(upper(norm_text(uscc)), '') AS code,
         norm_text(full_items) AS words,
         CASE WHEN regexp_matches(words, '^\d+/\d+$') THEN split_part(words, '/', 1) = split_part(words, '/', 2)
              WHEN regexp_matches(lower(words), '^(否|不|非|部分|未|无|×|false|0$)') THEN FALSE
              WHEN regexp_matches(lower(words), '^(是|全|有|√|true|1$)') THEN TRUE END AS is_full
  FROM food.inspection_ledger
  WHERE inspect_date > add_months(as_of(), -$window_months)
    AND inspect_date <= as_of()
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
)
SELECT registered._row,
       any_value(registered.name) AS name,
       add_months(as_of(), -$window_months) + 1 AS window_start,
       as_of() AS window_end,
       count(*) AS visits,
       CASE WHEN bool_or(is_full AND sure) THEN 'ok'
            WHEN bool_or(NOT sure) THEN 'gap'
            WHEN bool_or(NOT is_full) THEN 'violation'
            -- Every cell blank: the ledger cannot show what the inspections covered.
            ELSE 'gap' END AS verdict
FROM link
JOIN visit ON visit._row = link.entry_row
JOIN food.operator_register AS registered ON registered._row = link.subject_row
GROUP BY registered._row
