SELECT _row, name, intended_post, inspected_on, decision_date AS fact_date,
       CASE WHEN notice_date_from IS NOT NULL THEN 'ok'
            WHEN list_contains(unread, 'notice_date') THEN 'gap'
            WHEN len($notice_exempt_levels) > 0 AND post_level IS NULL THEN 'gap'
            WHEN list_contains(CAST($notice_exempt_levels AS VARCHAR[]), post_level) THEN 'ok'
            ELSE 'violation' END AS verdict
FROM inspected
