-- A top-up of a card is no cost of a car: the card's spending is.
SELECT _row,
       date AS day,
       cost_type,
       amount AS cost,
       amount,
       date AS fact_date,
       judge(plate IS NOT NULL) AS verdict
FROM finance.vehicle_cost_log
WHERE in_period(date) IS NOT FALSE
  AND cost_type IS DISTINCT FROM '油卡充值'
