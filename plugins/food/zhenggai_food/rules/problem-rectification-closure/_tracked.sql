SELECT scoped.*,
       coalesce(recheck_date, revisited) AS checked_on,
       coalesce(recheck_result, outcome) AS outcome
FROM scoped
LEFT JOIN first_revisit USING (_row)
