WITH register AS (
  SELECT regexp_replace(replace(norm_name(branch), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS spelled, max(members) AS registered, min(_row) AS branch_row
  FROM party.branches
  GROUP BY ALL
)
SELECT list_concat(list(business._row ORDER BY business._row), [any_value(register.branch_row)]) AS _rows,
       any_value(business.branch) AS key, any_value(business.branch) AS branch,
       coalesce(any_value(register.registered), sum(business.full_members)) AS people,
       CASE WHEN any_value(register.registered) IS NULL AND count(*) FILTER (business.full_members IS NULL) > 0
             AND people <= $max_members THEN 'gap'
            ELSE judge(people <= $max_members) END AS verdict
FROM business
LEFT JOIN register ON register.spelled = regexp_replace(replace(norm_name(business.branch), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g')
WHERE NOT gone
  AND business.branch IS NOT NULL
GROUP BY regexp_replace(replace(norm_name(business.branch), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g')
