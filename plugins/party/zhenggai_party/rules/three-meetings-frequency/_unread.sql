SELECT DISTINCT _row
FROM core.unread
WHERE field IN ('date', 'present', 'branch', 'type')
