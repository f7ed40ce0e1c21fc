SELECT _row, branch, date, type, host, host AS owner, date AS fact_date,
       judge(norm_name(recorder) <> norm_name(host)) AS verdict
FROM party.meetings
WHERE in_period(date) IS NOT FALSE
  AND (host IS NOT NULL OR recorder IS NOT NULL)
