WITH first_report AS (
  SELECT *,
         CASE WHEN adr_type = '死亡' THEN $death_days
              WHEN adr_type = '一般' THEN $other_days
              WHEN adr_type IS NOT NULL THEN $serious_days END AS allowed
  FROM drugs.adr_ledger
  WHERE in_period(aware_date) IS NOT FALSE
  -- Follow-up reports carry the number of the first one and are not judged again.
  QUALIFY report_no IS NULL
    OR row_number() OVER (PARTITION BY norm_text(report_no) ORDER BY report_date NULLS LAST, _row) = 1
)
SELECT _row,
       reporter,
       drug_name,
       adr_type,
       aware_date,
       report_date,
       report_date - aware_date AS days,
       allowed,
       reporter AS owner,
       aware_date AS fact_date,
       judge(days <= allowed) AS verdict
FROM first_report
WHERE (report_date < aware_date) IS NOT TRUE
