-- A re-inspection kept as a row of its own stands for the date and the result.
SELECT scoped._row, again.inspect_date AS revisited, coalesce(again.recheck_result, again.result) AS outcome
FROM scoped
JOIN inspection AS again USING (name)
WHERE again.inspect_type = '跟踪检查'
  AND again._row <> scoped._row
  AND again.inspect_date BETWEEN scoped.inspect_date AND latest
UNION
SELECT scoped._row, again.inspect_date, coalesce(again.recheck_result, again.result)
FROM scoped
JOIN inspection AS again USING (code)
WHERE again.inspect_type = '跟踪检查'
  AND again._row <> scoped._row
  AND again.inspect_date BETWEEN scoped.inspect_date AND latest
