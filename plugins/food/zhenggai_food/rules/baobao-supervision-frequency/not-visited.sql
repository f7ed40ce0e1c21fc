WITH binding AS (
  SELECT *,
         norm_name(subject_name) AS name,
         nullif(upper(norm_text(uscc)), '') AS code,
         coalesce(code, name) AS business
  FROM food.baobao_ledger
),
operator AS (
  SELECT min(_row) AS _row, business, any_value(name) AS name, any_value(code) AS code
  FROM binding
  WHERE business IS NOT NULL
  GROUP BY business
),
visit AS (
  SELECT _row, norm_name(subject_name) AS name, nullif(upper(norm_text(uscc)), '') AS code
  FROM food.baobao_visit_log
  WHERE visit_mode IS NULL
     OR list_contains($counted_modes, visit_mode)
     OR (visit_mode = '委托督导' AND $count_delegated)
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
  SELECT operator.business,
         sure,
         log.visit_date,
         log.visit_mode,
         split_names(log.cadre_name) AS cadres,
         log.cadre_name
  FROM link
  JOIN operator ON operator._row = link.subject_row
  JOIN food.baobao_visit_log AS log ON log._row = link.entry_row
),
stretch AS (
  SELECT 'quarter' AS kind, * FROM core.quarters
  UNION ALL
  SELECT 'half_year', * FROM core.halves
  UNION ALL
  SELECT 'year', * FROM core.years
),
duty AS (
  SELECT binding.*,
         label,
         first_day,
         last_day,
         greatest(first_day, coalesce(bound_from, first_day)) AS starts,
         least(last_day, coalesce(bound_to, last_day)) AS ends
  FROM binding
  JOIN stretch ON stretch.kind = CASE baobao_level WHEN 'A' THEN $period_a WHEN 'B' THEN $period_b
                                                   WHEN 'C' THEN $period_c WHEN 'D' THEN $period_d END
  WHERE starts <= ends
),
-- A change of cadre within the period: the visit of either serves the operator.
kept AS (
  SELECT duty.business,
         duty.label,
         count(*) FILTER (sure AND visit_date IS NOT NULL AND own) AS times,
         count(*) FILTER (own AND (NOT sure OR visit_date IS NULL)) AS unclear,
         string_agg(DISTINCT CAST(visit_date AS VARCHAR) || visited.cadre_name, '、')
           FILTER (NOT own AND visit_date BETWEEN first_day AND last_day) AS others
  FROM duty
  JOIN (SELECT visited.*, duty._row AS duty_row, duty.label AS duty_label,
               list_contains(visited.cadres, norm_text(duty.cadre_name)) OR (visit_mode = '委托督导') IS TRUE AS own
        FROM duty
        JOIN visited USING (business)) AS visited
    ON visited.duty_row = duty._row AND visited.duty_label = duty.label
  WHERE visit_date IS NULL OR visit_date BETWEEN first_day AND last_day AND (NOT own OR visit_date BETWEEN starts AND ends)
  GROUP BY duty.business, duty.label
)
SELECT list(duty._row ORDER BY duty._row) AS _rows,
       duty.business || '|' || duty.label AS key,
       any_value(duty.subject_name) AS subject_name,
       any_value(duty.baobao_level) AS baobao_level,
       string_agg(DISTINCT duty.cadre_name, '、' ORDER BY duty.cadre_name) AS cadres,
       duty.label,
       arg_max(duty.cadre_name, starts) AS owner,
       any_value(duty.last_day) AS due,
       any_value(duty.last_day) AS fact_date,
       coalesce('（另有' || any_value(others) || '）', '') AS others,
       CASE WHEN any_value(coalesce(times, 0)) > 0 THEN 'ok'
            WHEN any_value(duty.last_day) > as_of() THEN 'pending'
            WHEN any_value(coalesce(unclear, 0)) > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM duty
LEFT JOIN kept ON kept.business = duty.business AND kept.label = duty.label
GROUP BY duty.business, duty.label
HAVING max(ends - starts + 1) >= $min_bound_days
UNION ALL
SELECT [_row], coalesce(business, '') || '|等级', subject_name, NULL, cadre_name, '（包保等级不明）', cadre_name, NULL, NULL, '', 'gap'
FROM binding
WHERE (baobao_level IS NULL OR business IS NULL)
  AND (bound_from <= period_end()) IS NOT FALSE
  AND (bound_to >= period_start()) IS NOT FALSE
