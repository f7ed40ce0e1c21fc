WITH branch AS (
  SELECT _row, branch, secretary, regexp_replace(replace(norm_name(split_names(branch)[1]), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS name,
         year.label, year.last_day, year(year.first_day) AS year_number
  FROM party.branches
  CROSS JOIN core.years AS year
  WHERE coalesce(level, CASE WHEN contains(branch, '党委') THEN '基层党委' WHEN contains(branch, '总支') THEN '党总支' ELSE '党支部' END) = '党支部'
    AND (founded_to IS NULL OR founded_to <= year.first_day)
    AND (dissolved_from IS NULL OR dissolved_from >= year.last_day)
),
held AS (
  SELECT name, for_year AS year_number, list(DISTINCT _row) AS meetings
  FROM meeting
  WHERE contains(kind, '组织生活会')
    AND date IS NOT NULL
    AND present IS DISTINCT FROM 0
  GROUP BY ALL
),
unsure AS (
  SELECT branch.name, branch.year_number, count(*) AS meetings
  FROM branch
  JOIN meeting
    ON (meeting.name = branch.name OR meeting.name IS NULL)
   AND (meeting.date IS NULL OR meeting.for_year = branch.year_number)
  WHERE contains(kind, '组织生活会')
    AND ((date IS NULL AND planned IS NULL) OR meeting.name IS NULL)
  GROUP BY ALL
),
put_off AS (
  SELECT DISTINCT name, for_year AS year_number
  FROM meeting
  WHERE regexp_matches(concat_ws(' ', headed, content), '组织生活会')
    AND regexp_matches(concat_ws(' ', headed, content), '延期|推迟|上级统一(部署|安排)')
)
SELECT list_concat([branch._row], held.meetings) AS _rows,
       branch.branch || '|' || branch.label AS key,
       branch.branch AS branch,
       branch.label AS year,
       branch.secretary AS owner,
       coalesce(CASE WHEN put_off.name IS NOT NULL THEN try_cast((branch.year_number + 1)::VARCHAR || '-' || $late_until AS DATE) END, branch.last_day) AS due,
       least(branch.last_day, as_of()) AS fact_date,
       CASE WHEN len(held.meetings) > 0 THEN 'ok'
            WHEN as_of() <= branch.last_day THEN 'pending'
            WHEN as_of() <= try_cast((branch.year_number + 1)::VARCHAR || '-' || $late_until AS DATE)
             AND put_off.name IS NOT NULL THEN 'pending'
            WHEN unsure.meetings > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM branch
LEFT JOIN unsure ON unsure.name = branch.name AND unsure.year_number = branch.year_number
LEFT JOIN held ON held.name = branch.name AND held.year_number = branch.year_number
LEFT JOIN put_off ON put_off.name = branch.name AND put_off.year_number = branch.year_number
