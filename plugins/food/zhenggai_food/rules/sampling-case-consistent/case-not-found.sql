SELECT sample._row,
       sample_no,
       sampled_unit,
       case_no,
       CASE WHEN number IS NULL THEN '没有写案号' ELSE '案件台账中查不到' END AS what,
       report_received AS fact_date,
       CASE WHEN number IS NULL THEN 'gap' ELSE judge(linked.sample_row IS NOT NULL) END AS verdict
FROM sample
LEFT JOIN (SELECT DISTINCT sample_row FROM linked) AS linked ON linked.sample_row = sample._row
WHERE case_no IS NOT NULL
  AND NOT (number IS NULL AND not_filed_reason IS NOT NULL AND regexp_matches(norm_text(case_no), '^(否|未|不)'))
