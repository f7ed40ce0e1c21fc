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
