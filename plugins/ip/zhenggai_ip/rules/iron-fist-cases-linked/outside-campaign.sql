WITH stated AS (
  SELECT min(period_start) AS first_day, max(period_end) AS last_day
  FROM ip.stat_report
  WHERE contains(text, '铁拳')
)
SELECT _row,
       CAST(NULL AS VARCHAR) AS key,
       party,
       case_no,
       filing_date,
       first_day,
       last_day,
       filing_date AS fact_date,
       judge(filing_date BETWEEN first_day AND last_day) AS verdict
FROM ip.iron_fist_ledger, stated
WHERE first_day IS NOT NULL
  AND last_day IS NOT NULL
  AND in_period(filing_date) IS NOT FALSE
UNION ALL
-- A report that states no first and last day leaves one question, not one for each case.
SELECT min(_row), '报告没有写行动起止日期', NULL, NULL, NULL, NULL, NULL, NULL, 'gap'
FROM ip.iron_fist_ledger, stated
WHERE first_day IS NULL OR last_day IS NULL
HAVING count(*) > 0
