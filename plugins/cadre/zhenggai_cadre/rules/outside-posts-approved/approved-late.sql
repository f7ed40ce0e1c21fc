SELECT held._row,
       name,
       org,
       post,
       strftime(start, '%Y-%m') AS began,
       coalesce(CAST(approval_date AS VARCHAR), strftime(approval_date_from, '%Y-%m')) AS approved_on,
       start AS fact_date,
       CASE WHEN date_trunc('month', approval_date_from) <= start THEN 'ok'
            WHEN start IS NULL OR approval_date_from IS NULL OR left_undated OR bound IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM held
LEFT JOIN core.unread AS unread ON unread._row = held._row AND unread.field = 'approval_date'
WHERE bound IS NOT FALSE
  AND enterprise IS NOT TRUE
  -- Without approver or date the post is reported as not approved.
  AND approver IS NOT NULL AND NOT regexp_matches(norm_text(approver), '^(无|否|没有|未.*|/|—|-)$')
  AND (approval_date_from IS NOT NULL OR unread.field IS NOT NULL)
