WITH branch AS (
  SELECT _row,
         branch,
         secretary,
         founded_to,
         dissolved_from,
         $general_per_quarter AS required,
         FALSE AS unknown,
         regexp_replace(replace(norm_name(split_names(branch)[1]), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS name
  FROM party.branches
  WHERE (level = '党支部'
         OR (level IS NULL AND NOT regexp_matches(branch, '党委|总支'))
         -- A general branch without branches below it does the work of one.
         OR (level = '党总支' AND regexp_replace(replace(norm_name(branch), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') NOT IN (
               SELECT regexp_replace(replace(norm_name(parent), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') FROM party.branches WHERE parent IS NOT NULL)))
),
stretch AS (
  SELECT label, first_day, last_day, ended
  FROM core.quarters
  WHERE first_day >= period_start()
    AND last_day <= period_end()
),
meeting AS (
  SELECT _row,
         date,
         planned,
         regexp_replace(replace(norm_name(held_by), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS name,
         coalesce(regexp_matches(concat_ws(' ', agenda, content, remarks), '延期|顺延|推迟|改期'), FALSE) AS deferred,
         coalesce(regexp_matches(norm_text(type), '党员大会|支部大会')
           AND present > 0
           AND date IS NOT NULL
           AND held_by IS NOT NULL, FALSE) AS counted,
         NOT counted AND (unread._row IS NOT NULL
           OR held_by IS NULL
           OR (date IS NULL AND planned IS NULL)) AS unclear
  FROM (
    SELECT *, unnest(CASE WHEN branch IS NULL THEN [NULL] ELSE split_names(branch) END) AS held_by
    FROM party.meetings
    WHERE regexp_matches(norm_text(type), '党员大会|支部大会') IS NOT FALSE
  )
  LEFT JOIN unread USING (_row)
),
held AS (
  SELECT name, label, count(*) AS meetings
  FROM meeting
  JOIN stretch ON date BETWEEN first_day AND last_day
  WHERE counted
  GROUP BY name, label
),
unsure AS (
  SELECT name, label, count(*) AS meetings
  FROM meeting
  JOIN stretch
    ON coalesce(date, planned) IS NULL
    OR coalesce(date, planned) BETWEEN first_day AND last_day
  WHERE unclear
  GROUP BY name, label
),
-- A put-off meeting of the next days stands in, once, for the stretch that noted it.
put_off AS (
  SELECT meeting.name, stretch.label, min(later.date) AS day
  FROM meeting
  JOIN stretch ON coalesce(planned, meeting.date) BETWEEN first_day AND last_day
  JOIN meeting AS later ON later.name = meeting.name
  LEFT JOIN held ON held.name = meeting.name AND held.label = stretch.label
  JOIN branch ON branch.name = meeting.name
  WHERE meeting.deferred
    AND later.counted
    AND later.date > stretch.last_day
    AND later.date <= stretch.last_day + $defer_days
    AND coalesce(held.meetings, 0) < branch.required
  GROUP BY meeting.name, stretch.label
),
lent AS (
  SELECT name, stretch.label, count(*) AS meetings
  FROM put_off
  JOIN stretch ON day BETWEEN first_day AND last_day
  GROUP BY name, stretch.label
)
SELECT branch._row,
       branch.branch || '|' || stretch.label AS key,
       branch.branch AS branch,
       stretch.label AS stretch,
       coalesce(held.meetings, 0) + (put_off.day IS NOT NULL)::INTEGER - coalesce(lent.meetings, 0) AS times,
       branch.required AS required,
       branch.secretary AS owner,
       least(stretch.last_day, as_of()) AS fact_date,
       stretch.last_day AS due,
       CASE WHEN branch.unknown OR branch.name IS NULL THEN 'gap'
            WHEN times >= branch.required THEN 'ok'
            WHEN NOT stretch.ended THEN 'pending'
            WHEN times + coalesce(unsure.meetings, 0) + coalesce(nobody.meetings, 0) >= branch.required THEN 'gap'
            ELSE 'violation' END AS verdict
FROM branch
CROSS JOIN stretch
LEFT JOIN held ON held.name = branch.name AND held.label = stretch.label
LEFT JOIN put_off ON put_off.name = branch.name AND put_off.label = stretch.label
LEFT JOIN lent ON lent.name = branch.name AND lent.label = stretch.label
LEFT JOIN unsure ON unsure.name = branch.name AND unsure.label = stretch.label
LEFT JOIN unsure AS nobody ON nobody.name IS NULL AND nobody.label = stretch.label
WHERE (branch.founded_to IS NULL OR stretch.first_day >= branch.founded_to)
  AND (branch.dissolved_from IS NULL OR stretch.last_day <= branch.dissolved_from)
