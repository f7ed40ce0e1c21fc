SELECT _row,
       label AS subject,
       name,
       risk_grade,
       label AS year,
       done,
       ceiling,
       last_day AS fact_date,
       CASE WHEN done > ceiling AND reasoned = 0 THEN 'doubt'
            WHEN done + unclear > ceiling AND reasoned = 0 THEN 'gap'
            ELSE 'ok' END AS verdict
FROM counted
WHERE ceiling > 0
