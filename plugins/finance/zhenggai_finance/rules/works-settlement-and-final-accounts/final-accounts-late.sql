WITH counted AS MATERIALIZED (
  SELECT *,
         coalesce(completion_date, acceptance_date) AS completed_on,
         -- Months end on the same day, or on the last day of a shorter month.
         add_months(
           coalesce(completion_date, acceptance_date),
           3 + CASE WHEN NOT coalesce(extension_approved, FALSE) THEN 0
                    WHEN len(list_filter($large_projects, lambda one: norm_text(one) = id)) > 0 THEN 6
                    ELSE 2 END
         ) AS last_day
  FROM project
  WHERE (budget_amount >= $final_account_min) IS NOT FALSE
    AND (coalesce(completion_date, acceptance_date, final_account_date, last_paid) IS NOT NULL)
),
limited AS MATERIALIZED (
  SELECT *,
         coalesce(next_workday(last_day), last_day) AS limit_day
  FROM counted
)
SELECT ledger_rows AS _rows,
       id AS key,
       project_no,
       project_name,
       completed_on,
       final_account_date,
       limit_day,
       limit_day AS due,
       completed_on AS fact_date,
       CASE WHEN last_day IS NULL OR budget_amount IS NULL THEN 'gap'
            WHEN final_account_date IS NULL AND as_of() <= limit_day THEN 'pending'
            ELSE judge(coalesce(final_account_date, as_of()) <= limit_day) END AS verdict
FROM limited
-- Later than a year after acceptance it is reported as such.
WHERE (coalesce(final_account_date, as_of()) > add_months(acceptance_date, 12)) IS NOT TRUE
