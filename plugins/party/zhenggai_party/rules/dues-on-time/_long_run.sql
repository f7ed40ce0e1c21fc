SELECT person, branch_name, island, count(*) AS months, min("month") AS first_month, max("month") AS last_month,
       any_value(name) AS name, any_value(branch) AS branch,
       list_distinct(flatten(list(evidence_rows))) AS evidence_rows
FROM run
WHERE state = 'unpaid'
GROUP BY ALL
HAVING count(*) >= 6
