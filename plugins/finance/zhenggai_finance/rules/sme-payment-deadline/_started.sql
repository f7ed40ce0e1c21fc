SELECT *,
       CASE WHEN accept_condition AND replaced THEN accept_date
            WHEN accept_condition AND delivery_date IS NULL THEN accept_date
            WHEN accept_condition THEN least(coalesce(accept_date, accept_limit), accept_limit)
            WHEN amount_confirm_date IS NOT NULL THEN amount_confirm_date
            ELSE delivery_date END AS start_day,
       -- Without the day of delivery the agreed acceptance period cannot be tested.
       accept_condition AND delivery_date IS NULL AND NOT replaced AS start_unsure
FROM contract
