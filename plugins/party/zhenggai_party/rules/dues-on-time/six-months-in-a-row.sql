SELECT long_run.evidence_rows AS _rows,
       concat_ws('|', branch_name, name, strftime(first_month, '%Y-%m')) AS key,
       branch, name, months, strftime(first_month, '%Y-%m') AS first_month_label, first_month AS fact_date,
       'violation' AS verdict
FROM long_run
WHERE last_month >= period_start()
  AND first_month <= period_end()
UNION ALL
SELECT flatten(list(evidence_rows)), concat_ws('|', branch_name, any_value(name)), any_value(branch), any_value(name),
       count(*), strftime(min("month"), '%Y-%m'), min("month"),
       CASE WHEN max(unpaid_run) >= 6 THEN 'gap' ELSE 'ok' END
FROM (
  SELECT *, count(*) FILTER (state <> 'settled') OVER (PARTITION BY person, branch_name) AS unpaid_run
  FROM owed
  WHERE in_period("month")
)
WHERE (person, coalesce(branch_name, '')) NOT IN (SELECT (person, coalesce(branch_name, '')) FROM long_run WHERE person IS NOT NULL)
GROUP BY person, branch_name
