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
SELECT list(_row ORDER BY _row) AS _rows,
       number AS key,
       any_value(case_no) AS case_no,
       count(DISTINCT coalesce(code, norm_name(sampled_unit))) AS times,
       string_agg(DISTINCT sampled_unit, '、' ORDER BY sampled_unit) AS units,
       CASE WHEN count(DISTINCT norm_name(sampled_unit)) > 1 AND times > 1 THEN 'violation'
            WHEN count(sampled_unit) < count(*) THEN 'gap'
            ELSE 'ok' END AS verdict
FROM sample
WHERE number IS NOT NULL
GROUP BY number
