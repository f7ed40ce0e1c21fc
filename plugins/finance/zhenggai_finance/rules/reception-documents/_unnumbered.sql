-- A ledger row without a voucher number is found by its exact amount in the same year.
SELECT _row,
       amount,
       reception_date
FROM listed
WHERE voucher_no IS NULL
  AND amount > 0
