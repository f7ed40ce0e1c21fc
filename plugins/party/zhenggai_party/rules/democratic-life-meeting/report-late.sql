SELECT papers[1:1] AS _rows, named AS key, named, held, reported AS done,
       held + CAST($report_days AS INTEGER) AS "limit", held + CAST($report_days AS INTEGER) AS due, held AS fact_date,
       CASE WHEN reported IS NULL AND as_of() <= "limit" THEN 'pending'
            ELSE judge(reported <= "limit") END AS verdict
FROM meeting
WHERE held IS NOT NULL
