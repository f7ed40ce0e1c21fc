WITH checks AS (
  SELECT _row, norm_text(unnest(split_names("no"))) AS number, checked, result, action, action_date, checker
  FROM rectification.look_back
),
open_rows AS (
  SELECT norm_text("no") AS number, bool_and(status IN ('已完成', '已销号')) AS closed
  FROM rectification.ledger
  GROUP BY 1
)
SELECT checks._row, checks.number AS subject, checks.number, checks.checked,
       CASE WHEN open_rows.number IS NULL THEN 'gap'
            ELSE judge(trim(coalesce(checks.action, '')) <> '' AND NOT open_rows.closed) END AS verdict
FROM checks
LEFT JOIN open_rows ON open_rows.number = checks.number
WHERE checks.result = '需继续推进'
