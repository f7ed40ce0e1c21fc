WITH operator AS (
  SELECT _row, norm_name(name) AS name, nullif(upper(norm_text(uscc)), '') AS code
  FROM food.operator_register
  WHERE status IS NULL OR status = '在营'
),
binding AS (
  SELECT _row, norm_name(subject_name) AS name, nullif(upper(norm_text(uscc)), '') AS code, cadre_name
  FROM food.baobao_ledger
  WHERE (bound_from IS NULL OR bound_from <= as_of())
    AND (bound_to IS NULL OR bound_to >= as_of())
    AND cadre_name IS NOT NULL
),
named AS (
  SELECT operator._row AS subject_row, binding._row AS entry_row, operator.code
  FROM operator
  JOIN binding ON operator.code = binding.code
  UNION
  SELECT operator._row, binding._row, operator.code
  FROM operator
  JOIN binding ON operator.name = binding.name
  WHERE operator.code IS NULL OR binding.code IS NULL
),
other_entry AS (
  SELECT _row, name FROM binding ANTI JOIN named ON named.entry_row = binding._row
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
bound AS (
  SELECT subject_row,
         list(entry_row ORDER BY entry_row) AS entry_rows,
         string_agg(cadre_name, '、' ORDER BY entry_row) AS cadres,
         count(*) FILTER (sure) AS times,
         count(*) AS fitting
  FROM link
  JOIN binding ON binding._row = link.entry_row
  GROUP BY subject_row
)
SELECT list_concat([registered._row], entry_rows) AS _rows,
       registered.name,
       cadres,
       times,
       as_of() AS on_day,
       CASE WHEN times > $max_cadres THEN 'doubt'
            WHEN fitting > $max_cadres THEN 'gap'
            ELSE 'ok' END AS verdict
FROM bound
JOIN food.operator_register AS registered ON registered._row = bound.subject_row
