SELECT _row,
       name,
       post,
       round,
       round_date,
       present,
       due_count,
       round(100.0 * present / nullif(due_count, 0), 1) AS turnout,
       round($min_turnout * 100, 1) AS least,
       round_date AS fact_date,
       -- The limit is written as 0.667: two thirds exactly must not fail by rounding.
       judge(round(CAST(present AS DECIMAL(18, 6)) / nullif(due_count, 0), 3) >= $min_turnout) AS verdict
FROM cadre.recommendation_tally
WHERE in_period(round_date) IS NOT FALSE
