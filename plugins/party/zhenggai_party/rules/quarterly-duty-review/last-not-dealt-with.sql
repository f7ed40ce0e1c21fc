WITH ranked AS (
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
