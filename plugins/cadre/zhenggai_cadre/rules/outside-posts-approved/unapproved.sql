SELECT held._row,
       name,
       org,
       post,
       coalesce(approver, '未填') AS approver,
       coalesce(strftime(approval_date_from, '%Y-%m'), '未填') AS approved_on,
       start AS fact_date,
       CASE WHEN given AND approval_date_from IS NOT NULL THEN 'ok'
            WHEN given AND unread.field IS NOT NULL THEN 'gap'
            WHEN enterprise IS NULL THEN 'gap'
            WHEN bound AND NOT left_undated THEN 'violation'
            ELSE 'gap' END AS verdict
FROM (SELECT *, approver IS NOT NULL AND NOT regexp_matches(norm_text(approver), '^(无|否|没有|未.*|/|—|-)$') AS given FROM held) AS held
LEFT JOIN core.unread AS unread ON unread._row = held._row AND unread.field = 'approval_date'
-- A post in an enterprise is wrong with or without approval, and reported as such.
WHERE bound IS NOT FALSE
  AND enterprise IS NOT TRUE
