WITH paper AS (
  SELECT _row,
         norm_text(recipient) AS recipient,
         document_kind
  FROM finance.allowance_self_check
  WHERE document_kind IN ('上报报告', '报送回执')
)
SELECT body AS key,
       body,
       list(paper._row ORDER BY paper._row) FILTER (contains(recipient, norm_text(body))) AS _rows,
       last_day(CAST($check_to || '-01' AS DATE)) AS due,
       CASE WHEN bool_or(contains(recipient, norm_text(body))) THEN 'ok'
            WHEN as_of() <= last_day(CAST($check_to || '-01' AS DATE)) THEN 'pending'
            WHEN count(paper._row) > count(recipient) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM (SELECT unnest($report_to) AS body)
LEFT JOIN paper ON TRUE
GROUP BY body
