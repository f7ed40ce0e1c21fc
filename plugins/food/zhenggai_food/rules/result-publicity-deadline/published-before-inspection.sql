WITH inspection AS (
  SELECT *,
         coalesce(result_date, inspect_date) AS formed_on,
         day_in(publish_date) AS published_on
  FROM food.inspection_ledger
  WHERE in_period(inspect_date) IS NOT FALSE
    AND NOT coalesce(list_contains($not_public, inspect_type), FALSE)
)
SELECT _row,
       inspect_date,
       subject_name,
       formed_on,
       publish_date,
       station AS owner,
       formed_on AS fact_date,
       judge(published_on >= formed_on) AS verdict
FROM inspection
WHERE publish_date IS NOT NULL
