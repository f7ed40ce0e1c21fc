SELECT person, any_value(branch_name) AS branch_name
FROM member
GROUP BY person
HAVING count(*) = 1
