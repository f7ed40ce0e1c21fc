-- A month or half-year without its year that was over before the feedback is next year's.
SELECT *,
       CASE WHEN written_year IS NULL AND named_day < feedback THEN add_months(named_day, 12) ELSE named_day END AS limit_day
FROM candidates
