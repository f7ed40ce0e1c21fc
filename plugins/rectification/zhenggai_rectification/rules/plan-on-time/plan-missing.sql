SELECT limits._row,
       limits.letter,
       limits.feedback,
       limits.limit_day,
       limits.limit_day AS due,
       CASE WHEN count(plans._row) > 0 THEN 'ok'
            WHEN limits.limit_day IS NULL THEN 'gap'
            WHEN as_of() <= limits.limit_day THEN 'pending'
            ELSE 'violation' END AS verdict
FROM limits
LEFT JOIN plans ON plans.made IS NULL OR limits.next_feedback IS NULL OR plans.made < limits.next_feedback
GROUP BY limits._row, limits.letter, limits.feedback, limits.limit_day
