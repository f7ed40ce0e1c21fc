SELECT norm_name(name) AS person,
       bool_and(staff_type IN ('行政', '参公')) AS every_one,
       bool_or(staff_type IN ('行政', '参公')) AS some_one,
       count(*) FILTER (staff_type IS NULL) AS unknown
FROM cadre.roster
GROUP BY 1
