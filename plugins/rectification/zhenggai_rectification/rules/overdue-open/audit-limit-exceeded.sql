SELECT _row,
       "no",
       finding,
       effective_day,
       audit_limit,
       leader AS owner,
       judge(effective_day <= audit_limit) AS verdict
FROM due_rows
WHERE source = '审计'
