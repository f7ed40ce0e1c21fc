SELECT licence.name,
       count(DISTINCT licence.number) AS numbers,
       any_value(licence.licence_no) AS other_no,
       bool_or(licence.licence_status IN ('有效', '换证中')) AS in_force
FROM licence
LEFT JOIN (SELECT DISTINCT number FROM store WHERE number IS NOT NULL) AS held ON held.number = licence.number
WHERE held.number IS NULL
  AND licence.name IS NOT NULL
GROUP BY licence.name
