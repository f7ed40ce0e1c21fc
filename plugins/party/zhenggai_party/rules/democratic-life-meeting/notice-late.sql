SELECT papers[1:1] AS _rows, named AS key, named, held, noticed AS done,
       held + CAST($notice_days AS INTEGER) AS "limit", held + CAST($notice_days AS INTEGER) AS due, held AS fact_date,
       CASE WHEN noticed IS NULL AND as_of() <= "limit" THEN 'pending'
            ELSE judge(noticed <= "limit") END AS verdict
FROM meeting
WHERE held IS NOT NULL
