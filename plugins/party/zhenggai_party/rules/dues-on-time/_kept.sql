SELECT "month", count(*) AS entries
FROM ledger
GROUP BY "month"
