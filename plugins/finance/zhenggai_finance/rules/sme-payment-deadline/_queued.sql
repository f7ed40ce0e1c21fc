-- Payments to a supplier settle what falls due first.
SELECT *,
       sum(owed) OVER (PARTITION BY firm ORDER BY deadline, _row ROWS UNBOUNDED PRECEDING) AS owed_by_then,
       bool_or(owed IS NULL) OVER (PARTITION BY firm) AS murky,
       min(coalesce(sign_date, delivery_date)) OVER (PARTITION BY firm) AS first_day
FROM owing
