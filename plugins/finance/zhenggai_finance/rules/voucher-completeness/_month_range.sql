SELECT book_year,
       mark,
       book_month,
       min(serial) AS low,
       max(serial) AS high
FROM entry
WHERE serial IS NOT NULL
  AND book_month <= 12
GROUP BY ALL
