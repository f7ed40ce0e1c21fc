WITH abolished AS (
  SELECT DISTINCT bare FROM listed WHERE kind = '废止' OR status = '已废止'
)
SELECT list(listed._row ORDER BY listed._row) AS _rows,
       coalesce(listed.bare, any_value(CAST(listed._row AS VARCHAR))) AS key,
       any_value(listed.name) AS name,
       count(*) AS times,
       -- A revision of the same name stands beside the old text if that was abolished.
       CASE WHEN listed.bare IS NULL THEN 'gap'
            ELSE judge(count(*) = 1 OR (count(DISTINCT listed.kind) = count(*) AND count(abolished.bare) > 0)) END AS verdict
FROM listed
LEFT JOIN abolished ON abolished.bare = listed.bare
WHERE listed.kind IN ('新建', '修订')
  AND listed.status IS DISTINCT FROM '已废止'
GROUP BY listed.bare, CASE WHEN listed.bare IS NULL THEN listed._row END
