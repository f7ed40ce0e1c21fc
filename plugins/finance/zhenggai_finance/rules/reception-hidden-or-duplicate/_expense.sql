SELECT line.*
FROM line
WHERE (spent > 0) IS NOT FALSE
  AND coalesce(credit, 0) = 0
  -- Reversed within the month.
  AND NOT EXISTS (
    SELECT 1 FROM line AS red
    WHERE red.spent = -line.spent
      AND red.spent < 0
      AND date_trunc('month', red.voucher_date) = date_trunc('month', line.voucher_date))
