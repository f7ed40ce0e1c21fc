WITH stretch AS (
  SELECT label, first_day, last_day, ended
  FROM core.quarters
  WHERE $lectures_per_quarter > 0
    AND first_day >= period_start()
    AND last_day <= period_end()
),
lecture AS (
  SELECT _row, date,
         regexp_replace(replace(norm_name(unnest(CASE WHEN branch IS NULL THEN [NULL] ELSE split_names(branch) END)), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS name
  FROM party.meetings
  WHERE contains(norm_text(type), '党课')
    AND present IS DISTINCT FROM 0
),
held AS (
  SELECT name, label, count(DISTINCT _row) AS lectures
  FROM lecture
  JOIN stretch ON date BETWEEN first_day AND last_day
  GROUP BY name, label
),
unsure AS (
  SELECT label, count(*) AS lectures
  FROM lecture
  JOIN stretch ON date IS NULL OR date BETWEEN first_day AND last_day
  WHERE date IS NULL OR name IS NULL
  GROUP BY label
)
SELECT branch._row,
       branch.branch || '|' || stretch.label AS key,
       branch.branch AS branch,
       stretch.label AS stretch,
       coalesce(held.lectures, 0) AS times,
       branch.secretary AS owner,
       stretch.last_day AS due,
       least(stretch.last_day, as_of()) AS fact_date,
       CASE WHEN times >= $lectures_per_quarter THEN 'ok'
            WHEN NOT stretch.ended THEN 'pending'
            WHEN times + coalesce(unsure.lectures, 0) >= $lectures_per_quarter THEN 'gap'
            ELSE 'violation' END AS verdict
FROM branch
CROSS JOIN stretch
LEFT JOIN held ON held.name = branch.name AND held.label = stretch.label
LEFT JOIN unsure ON unsure.label = stretch.label
WHERE (branch.founded_to IS NULL OR stretch.first_day >= branch.founded_to)
  AND (branch.dissolved_from IS NULL OR stretch.last_day <= branch.dissolved_from)
