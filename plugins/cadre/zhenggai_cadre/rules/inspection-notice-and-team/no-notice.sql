WITH inspected AS (
  SELECT selected.*,
         coalesce(CAST(inspect_start AS VARCHAR), strftime(inspect_start_from, '%Y-%m')) AS inspected_on,
         coalesce(unread.fields, []) AS unread
  FROM cadre.selection_register AS selected
  LEFT JOIN (SELECT _row, list(field) AS fields FROM core.unread GROUP BY _row) AS unread
    ON unread._row = selected._row
  WHERE kind = '提拔'
    AND in_period(decision_date) IS NOT FALSE
    -- Without any inspection steps-in-order tells the missing step.
    AND (inspect_start_from IS NOT NULL OR list_contains(unread.fields, 'inspect_start'))
)
SELECT _row, name, intended_post, inspected_on, decision_date AS fact_date,
       CASE WHEN notice_date_from IS NOT NULL THEN 'ok'
            WHEN list_contains(unread, 'notice_date') THEN 'gap'
            WHEN len($notice_exempt_levels) > 0 AND post_level IS NULL THEN 'gap'
            WHEN list_contains(CAST($notice_exempt_levels AS VARCHAR[]), post_level) THEN 'ok'
            ELSE 'violation' END AS verdict
FROM inspected
