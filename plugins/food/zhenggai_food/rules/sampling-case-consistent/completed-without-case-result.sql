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
SELECT [sample._row, penal._row] AS _rows,
       sample.sample_no,
       completed,
       penal.case_no,
       coalesce(penal.status, '（空）') AS status,
       completed AS fact_date,
       CASE WHEN decision_date IS NOT NULL OR penal.status IN ('撤案', '移送', '已结案') THEN 'ok'
            WHEN penal.status IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM linked
JOIN sample ON sample._row = linked.sample_row
JOIN penal ON penal._row = linked.case_row
WHERE completed IS NOT NULL
  AND NOT $completion_before_decision
