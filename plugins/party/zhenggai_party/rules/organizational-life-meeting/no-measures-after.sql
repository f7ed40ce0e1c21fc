WITH later AS (
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
