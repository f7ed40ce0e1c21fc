SELECT _row, branch, date, type, minutes, host AS owner, date AS fact_date,
       judge(minutes BETWEEN $min_minutes AND $max_minutes) AS verdict
FROM party.meetings
WHERE in_period(date) IS NOT FALSE
  AND (minutes IS NOT NULL OR _row IN (SELECT _row FROM core.unread WHERE field = 'minutes'))
