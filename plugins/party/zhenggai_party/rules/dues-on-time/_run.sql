SELECT *,
       "month" - to_months(CAST(row_number() OVER (PARTITION BY person, branch_name, state ORDER BY "month") AS INTEGER)) AS island
FROM owed
WHERE last_day("month") <= as_of()
