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
later AS (
  SELECT life._row, life.name, count(*) AS records
  FROM life
  JOIN meeting AS other ON other.name = life.name
  WHERE other.date BETWEEN life.date AND life.date + 60
    AND regexp_matches(concat_ws(' ', other.agenda, other.content, other.resolution, other.remarks), '整改(措施|清单|台账|方案)')
  GROUP BY life._row, life.name
)
SELECT life._row, life.held_by AS branch, life.date, life.host AS owner, life.date AS fact_date,
       life.date + 60 AS due,
       CASE WHEN life.name IS NULL THEN 'gap'
            WHEN later.records > 0 THEN 'ok'
            ELSE CASE WHEN as_of() <= life.date + 60 THEN 'pending' ELSE 'violation' END END AS verdict
FROM life
LEFT JOIN later ON later._row = life._row AND later.name = life.name
