WITH done AS (
  SELECT min(_row) AS _row, norm_text("no") AS number, any_value("no") AS "no", any_value(finding) AS finding, any_value(leader) AS leader,
         CASE WHEN bool_or(completed_date IS NULL) THEN NULL ELSE max(completed_date) END AS done_on
  FROM rectification.ledger
  WHERE "no" IS NOT NULL
  GROUP BY norm_text("no")
  HAVING bool_and(status IN ('已完成', '已销号'))
),
seen AS (
  SELECT done.*, add_months(done.done_on, $within_months) AS last_day,
         min(checks.checked) FILTER (checks.checked >= done.done_on) AS first_check,
         count(checks._row) FILTER (checks.checked IS NULL) AS undated
  FROM done
  LEFT JOIN checks ON checks.number = done.number
  GROUP BY ALL
)
SELECT _row, "no", finding, leader AS owner, done_on, last_day, last_day AS due,
       CASE WHEN first_check > last_day THEN '复查晚于期限' ELSE '没有复查' END AS outcome,
       CASE WHEN done_on IS NULL THEN 'gap'
            WHEN first_check <= last_day THEN 'ok'
            WHEN undated > 0 THEN 'gap'
            WHEN first_check IS NULL AND as_of() <= last_day THEN 'pending'
            ELSE 'violation' END AS verdict
FROM seen
-- Before the waiting time is over no re-check is due, and none is missed.
WHERE done_on IS NULL
   OR first_check IS NOT NULL
   OR add_months(done_on, $after_months) <= as_of()
