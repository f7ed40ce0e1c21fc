WITH meeting AS (
  SELECT *,
         regexp_replace(replace(norm_name(held_by), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS name,
         norm_text(type) AS kind,
         concat_ws(' ', type, agenda, remarks) AS headed,
         -- A meeting early in the year may be the one of the year before, if it says so.
         CASE WHEN month(date) <= 3
               AND (regexp_matches(headed, '上(一)?年度')
                    OR contains(headed, CAST(year(date) - 1 AS VARCHAR) || '年'))
              THEN year(date) - 1
              ELSE year(date) END AS for_year
  FROM (
    SELECT *, unnest(CASE WHEN branch IS NULL THEN [NULL] ELSE split_names(branch) END) AS held_by
    FROM party.meetings
  )
),
life AS (
  SELECT *
  FROM meeting
  WHERE contains(kind, '组织生活会')
    AND in_period(date)
),
earlier AS (
  SELECT life._row, life.name, max(other.date) AS last_date
  FROM life
  JOIN meeting AS other ON other.name = life.name
  WHERE other._row <> life._row
    AND other.date BETWEEN life.date - 60 AND life.date
    AND contains(other.kind, '谈心')
  GROUP BY life._row, life.name
)
SELECT life._row, life.held_by AS branch, life.date, life.host AS owner, life.date AS fact_date,
       CASE WHEN life.name IS NULL THEN 'gap'
            WHEN earlier.last_date IS NOT NULL THEN 'ok'
            WHEN EXISTS (SELECT 1 FROM meeting AS other WHERE other.date IS NULL AND other.planned IS NULL AND contains(other.kind, '谈心')) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM life
LEFT JOIN earlier ON earlier._row = life._row AND earlier.name = life.name
