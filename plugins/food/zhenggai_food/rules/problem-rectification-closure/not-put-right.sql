WITH later AS (
  SELECT tracked._row
  FROM tracked
  JOIN inspection AS again USING (name)
  WHERE again.inspect_date > checked_on
    AND again.inspect_date <= checked_on + $follow_up_days
  UNION
  SELECT tracked._row
  FROM tracked
  JOIN inspection AS again USING (code)
  WHERE again.inspect_date > checked_on
    AND again.inspect_date <= checked_on + $follow_up_days
)
SELECT tracked._row, inspect_date, subject_name, checked_on, outcome,
       station AS owner,
       inspect_date AS fact_date,
       checked_on + $follow_up_days AS due,
       CASE WHEN NOT regexp_matches(norm_text(outcome), '未整改|未改正|不到位|未到位|拒不|不符合') THEN 'ok'
            WHEN case_no IS NOT NULL OR later._row IS NOT NULL THEN 'ok'
            WHEN as_of() <= due THEN 'pending'
            WHEN due IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM tracked
LEFT JOIN later USING (_row)
WHERE demanded
  AND outcome IS NOT NULL
