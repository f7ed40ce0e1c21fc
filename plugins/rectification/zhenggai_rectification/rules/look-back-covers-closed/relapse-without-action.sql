SELECT checks._row, checks.number AS subject, checks.number, checks.checked, coalesce(checks.action, '（未填）') AS action, checks.action_date,
       CASE WHEN trim(coalesce(checks.action, '')) = '' THEN 'violation'
            ELSE judge(checks.action_date >= checks.checked) END AS verdict
FROM checks
LEFT JOIN open_rows ON open_rows.number = checks.number
WHERE checks.result = '反弹'
  -- An item still closed after a relapse is reported by the rule on closing.
  AND NOT coalesce(open_rows.closed, FALSE)
