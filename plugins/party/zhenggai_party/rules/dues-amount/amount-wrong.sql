WITH retired AS (
  SELECT norm_name(name) AS person, bool_or(regexp_matches(concat_ws(' ', work_state, note), '退休|离休')) AS retired
  FROM party.members
  GROUP BY ALL
),
granularity AS (
  -- A ledger that is rounded throughout to one or ten cents, or whole yuan, is taken at that.
  SELECT CASE WHEN bool_and(due_amount = round(due_amount, 0)) THEN 0
              WHEN bool_and(due_amount = round(due_amount, 1)) THEN 1
              ELSE 2 END AS places
  FROM party.dues
  WHERE due_amount IS NOT NULL
),
month_due AS (
  SELECT dues.*,
         coalesce(regexp_matches(concat_ws(' ', dues.identity, dues.remarks), '退休|离休'), FALSE)
           OR coalesce(retired.retired, FALSE) AS is_retired,
         CASE WHEN is_retired AND base <= 5000 THEN 0.005
              WHEN is_retired THEN 0.01
              WHEN base <= 3000 THEN 0.005
              WHEN base <= 5000 THEN 0.01
              WHEN base <= 10000 THEN 0.015
              ELSE 0.02 END AS bracket
  FROM party.dues AS dues
  LEFT JOIN retired ON retired.person = norm_name(dues.name)
)
SELECT _row, branch, name, base, due_amount,
       strftime("month", '%Y-%m') AS month_label,
       round(100 * bracket, 1) AS rate_shown,
       round(base * bracket, 2) AS expected,
       expected - due_amount AS amount,
       "month" AS fact_date,
       CASE WHEN abs(due_amount - expected) <= $tol THEN 'ok'
            WHEN granularity.places = 0 AND abs(due_amount - round(base * bracket, 0)) <= $tol THEN 'ok'
            WHEN granularity.places = 1 AND abs(due_amount - round(base * bracket, 1)) <= $tol THEN 'ok'
            WHEN due_amount IS NULL OR base IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM month_due
CROSS JOIN granularity
WHERE in_period("month") IS NOT FALSE
  AND (base > 0 OR base IS NULL)
  AND NOT (kind IN ('免交', '少交') AND nullif(trim(approval), '') IS NOT NULL)
