SELECT *
FROM meeting
WHERE contains(kind, '组织生活会')
  AND in_period(date)
