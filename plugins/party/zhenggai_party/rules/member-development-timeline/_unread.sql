SELECT _row, list(field) AS fields
FROM core.unread
GROUP BY _row
