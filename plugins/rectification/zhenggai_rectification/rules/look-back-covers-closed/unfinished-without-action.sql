SELECT checks._row, checks.number AS subject, checks.number, checks.checked,
       CASE WHEN open_rows.number IS NULL THEN 'gap'
            ELSE judge(trim(coalesce(checks.action, '')) <> '' AND NOT open_rows.closed) END AS verdict
FROM checks
LEFT JOIN open_rows ON open_rows.number = checks.number
WHERE checks.result = '需继续推进'
