WITH checks AS (
  SELECT norm_text(unnest(split_names("no"))) AS number, checked, result
  FROM rectification.look_back
),
last_checks AS (
  SELECT number, max(checked) AS checked, max_by(result, checked) AS result, bool_or(checked IS NULL) AS undated
  FROM checks
  GROUP BY number
)
SELECT closed._row, closed."no", closed.finding, closed.status, last_checks.checked, closed.leader AS owner,
       CASE WHEN last_checks.result IS NULL OR last_checks.undated THEN 'gap'
            WHEN last_checks.result <> '反弹' THEN 'ok'
            -- Closed anew after the relapse: the item was put right again.
            ELSE judge(coalesce(closed.closed_date, closed.completed_date) > last_checks.checked) END AS verdict
FROM closed
JOIN last_checks ON last_checks.number = closed.number
