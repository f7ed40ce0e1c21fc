WITH earlier AS (
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
