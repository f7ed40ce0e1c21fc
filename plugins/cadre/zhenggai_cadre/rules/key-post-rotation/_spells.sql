SELECT *,
       CASE WHEN date_diff('month', max(coalesce(until, CAST('9999-12-01' AS DATE))) OVER (PARTITION BY person, duty ORDER BY since, _row
              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), since) <= $join_months THEN 0 ELSE 1 END AS opens
FROM held
