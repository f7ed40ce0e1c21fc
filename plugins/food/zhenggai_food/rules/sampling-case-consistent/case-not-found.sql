WITH sample AS (
  SELECT *,
         nullif(upper(norm_text(uscc)), '') AS code,
         CASE WHEN regexp_matches(case_no, '\d') THEN norm_docno(case_no) END AS number,
         regexp_extract(norm_docno(case_no), '^〔(\d{4})〕(\d+)号?$', ['year', 'serial']) AS bare
  FROM food.sampling_failure_ledger
  WHERE in_period(report_received) IS NOT FALSE
),
penal AS (
  SELECT *,
         nullif(upper(norm_text(uscc)), '') AS code,
         norm_docno(case_no) AS case_number,
         regexp_extract(norm_docno(case_no), '〔(\d{4})〕(\d+)号?$', ['year', 'serial']) AS bare
  FROM food.case_ledger
),
-- A number without its agency's prefix matches by year and serial, if one case only has them.
linked AS (
  SELECT sample._row AS sample_row, penal._row AS case_row
  FROM sample
  JOIN penal ON penal.case_number = sample.number
  UNION
  SELECT sample._row, penal._row
  FROM sample
  JOIN (FROM penal QUALIFY count(*) OVER (PARTITION BY bare) = 1) AS penal USING (bare)
  WHERE sample.bare.serial <> ''
)
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
