SELECT list(_row ORDER BY _row) AS _rows,
       report || '|' || title AS key,
       report,
       any_value(heading) AS heading,
       count(*) AS times,
       string_agg(CAST(paragraph AS VARCHAR), '、' ORDER BY _row) AS places,
       judge(count(*) = 1) AS verdict
FROM rectification.report_items
WHERE kind = '问题'
GROUP BY document, report, title
