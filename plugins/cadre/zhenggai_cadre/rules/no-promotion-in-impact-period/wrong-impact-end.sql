SELECT punishment AS _row, ledger.name, bar.type, ledger.decision_date, bar.impact_end,
       CASE WHEN ended >= CAST('9999-12-31' AS DATE) THEN '恢复党员权利满二年' ELSE CAST(ended - 1 AS VARCHAR) END AS last_day,
       ledger.decision_date AS fact_date,
       -- The last day of the period and the day after it are both written for its end.
       CASE WHEN ended IS NULL OR ended >= CAST('9999-12-31' AS DATE) OR bar.impact_end IS NULL THEN 'gap'
            ELSE judge(abs(bar.impact_end - ended) <= 1) END AS verdict
FROM bar
JOIN cadre.discipline_register AS ledger ON ledger._row = punishment
LEFT JOIN core.unread AS unread ON unread._row = punishment AND unread.field = 'impact_end'
WHERE (bar.impact_end IS NOT NULL OR unread.field IS NOT NULL)
  AND months IS NOT NULL
  AND (greatest(ended, bar.impact_end) >= period_start()) IS NOT FALSE
