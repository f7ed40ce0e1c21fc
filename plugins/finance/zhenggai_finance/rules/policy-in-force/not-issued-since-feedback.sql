SELECT _row,
       title,
       issued,
       issued AS fact_date,
       judge(issued >= CAST(nullif($after_date, '') AS DATE)) AS verdict
FROM newest
WHERE $after_date <> ''
