SELECT queued._row,
       count(paid.firm) > 0 AS by_treasury,
       coalesce(bool_or(paid.unknown), FALSE) AS unknown,
       min(paid.pay_date) FILTER (paid.total >= owed_by_then) AS full_on,
       coalesce(max(paid.total) FILTER (paid.pay_date <= deadline), 0) AS total_in_time
FROM queued
LEFT JOIN paid ON paid.firm = queued.firm
GROUP BY queued._row
