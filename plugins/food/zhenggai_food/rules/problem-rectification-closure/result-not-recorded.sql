WITH inspection AS (
  SELECT *, norm_name(subject_name) AS name, nullif(upper(norm_text(uscc)), '') AS code
  FROM food.inspection_ledger
),
problem AS (
  SELECT *,
         rectify_deadline IS NOT NULL
           OR coalesce(regexp_matches(measures, '限期|责令改正|责令整改'), FALSE) AS demanded,
         norm_text(rectify_deadline) AS term,
         day_in(rectify_deadline) AS written_deadline,
         TRY_CAST(regexp_extract(norm_text(rectify_deadline), '^(\d+)个?(工作)?[日天月]', 1) AS INTEGER) AS span
  FROM inspection
  WHERE in_period(inspect_date) IS NOT FALSE
    AND (NOT regexp_matches(coalesce(norm_text(problems), '无'), '^(无|没有|未发现|未见|零风险).{0,8}$')
         OR result IN ('基本符合', '不符合')
         OR regexp_matches(coalesce(measures, ''), '责令|限期|整改'))
),
dated_problem AS (
  SELECT *,
         CASE WHEN written_deadline IS NOT NULL THEN written_deadline
              WHEN regexp_matches(term, '立即|当[日天场]') THEN inspect_date
              WHEN contains(term, '工作') THEN add_workdays(inspect_date, span)
              WHEN regexp_matches(term, '^\d+个?月') THEN add_months(inspect_date, span)
              ELSE inspect_date + span END AS deadline
  FROM problem
),
scoped AS MATERIALIZED (
  SELECT *, add_workdays(deadline, $recheck_grace) AS latest
  FROM dated_problem
),
-- A re-inspection kept as a row of its own stands for the date and the result.
revisit AS (
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
),
first_revisit AS (
  SELECT _row, min(revisited) AS revisited, arg_min(outcome, revisited) AS outcome
  FROM revisit
  GROUP BY _row
),
tracked AS (
  SELECT scoped.*,
         coalesce(recheck_date, revisited) AS checked_on,
         coalesce(recheck_result, outcome) AS outcome
  FROM scoped
  LEFT JOIN first_revisit USING (_row)
)
SELECT _row, inspect_date, subject_name, checked_on,
       station AS owner,
       inspect_date AS fact_date,
       judge(outcome IS NOT NULL) AS verdict
FROM tracked
WHERE demanded
  AND checked_on IS NOT NULL
