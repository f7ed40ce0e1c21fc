WITH section AS (
  SELECT name, regexp_replace(norm_name(name), '市场监督管理|市场监管|食品药品监督管理', '', 'g') AS spelled
  FROM core.sections
  UNION
  -- Without a list of the unit's own, the sections that the roster names.
  SELECT DISTINCT unit, regexp_replace(norm_name(unit), '市场监督管理|市场监管|食品药品监督管理', '', 'g')
  FROM cadre.roster
  WHERE NOT EXISTS (SELECT 1 FROM core.sections)
    AND unit IS NOT NULL
    AND NOT regexp_matches(norm_text(unit), '局领导|班子|局长|党组')
),
quarter AS (
  SELECT label, year(first_day) AS year_number, quarter(first_day) AS quarter_number, last_day, ended
  FROM core.quarters
),
-- Of two reviews of one section in a quarter the later counts.
review AS (
  SELECT *
  FROM (
    SELECT *, regexp_replace(norm_name(unit), '市场监督管理|市场监管|食品药品监督管理', '', 'g') AS spelled,
           row_number() OVER (PARTITION BY "year", quarter, regexp_replace(norm_name(unit), '市场监督管理|市场监管|食品药品监督管理', '', 'g') ORDER BY date DESC NULLS LAST, _row DESC) AS newest
    FROM party.duty_reviews
  )
  WHERE newest = 1
),
ranked AS (
  SELECT *, rank() OVER (PARTITION BY "year", quarter ORDER BY score) AS from_last,
         count(*) FILTER (score IS NULL) OVER (PARTITION BY "year", quarter) AS scoreless
  FROM review
)
SELECT _row, unit, "year" AS year, quarter, score, notified, interviewed, unit AS owner, date AS fact_date,
       date + CAST($days AS INTEGER) AS "limit", date + CAST($days AS INTEGER) AS due,
       CASE WHEN scoreless > 0 THEN 'gap'
            WHEN nullif(trim(notified), '') IS NOT NULL AND trim(notified) NOT IN ('否', '无', '未通报', '—', '-')
             AND interviewed BETWEEN date AND "limit" THEN 'ok'
            WHEN interviewed > "limit" OR interviewed < date THEN 'violation'
            WHEN date IS NULL THEN 'gap'
            WHEN list_has_any((SELECT coalesce(list(field), []) FROM core.unread WHERE core.unread._row = ranked._row), ['notified', 'interviewed']) THEN 'gap'
            WHEN as_of() <= "limit" THEN 'pending'
            ELSE 'violation' END AS verdict
FROM ranked
WHERE (from_last <= $last_n OR scoreless > 0)
  AND ("year", quarter) IN (SELECT (year_number, quarter_number) FROM quarter)
