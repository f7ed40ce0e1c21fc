SELECT *, add_months(period_last, $report_after_months) AS limit_day
FROM terms
