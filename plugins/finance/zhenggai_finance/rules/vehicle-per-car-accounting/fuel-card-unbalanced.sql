WITH topped_up AS (
  SELECT DISTINCT norm_text(card_no) AS card
  FROM finance.vehicle_cost_log
  WHERE cost_type = '油卡充值'
    AND in_period(date) IS NOT FALSE
), use AS (
  SELECT topped_up.card,
         cost._row,
         cost.date,
         cost.card_balance,
         cost.amount,
         cost.cost_type = '油卡充值' AS charge,
         row_number() OVER (PARTITION BY topped_up.card ORDER BY cost.date, cost._row) AS place
  FROM topped_up
  JOIN finance.vehicle_cost_log AS cost ON norm_text(cost.card_no) IS NOT DISTINCT FROM topped_up.card
  WHERE in_period(cost.date) IS NOT FALSE
), reading AS (
  SELECT card,
         min(place) AS first_place,
         max(place) AS last_place,
         arg_max(card_balance, place) - arg_min(card_balance, place) AS change,
         arg_min(date, place) AS first_day,
         arg_max(date, place) AS last_day
  FROM use
  WHERE card_balance IS NOT NULL
  GROUP BY card
), summed AS (
  SELECT use.card,
         list(use._row ORDER BY place) AS rows,
         any_value(first_day) AS first_day,
         any_value(last_day) AS last_day,
         coalesce(sum(amount) FILTER (charge AND place > first_place AND place <= last_place), 0) AS charged,
         coalesce(sum(amount) FILTER (NOT charge AND place > first_place AND place <= last_place), 0) AS spent,
         any_value(reading.change) AS change,
         bool_and(last_place > first_place) AS measured,
         bool_or(amount IS NULL OR charge IS NULL OR use.date IS NULL) AS unknown
  FROM use
  LEFT JOIN reading ON reading.card = use.card
  GROUP BY use.card
)
SELECT rows AS _rows,
       coalesce(summed.card, '无卡号') AS key,
       coalesce(summed.card, '无卡号') AS card,
       first_day,
       last_day,
       charged,
       spent,
       charged - spent AS expected,
       change,
       abs(charged - spent - change) AS amount,
       last_day AS fact_date,
       CASE WHEN summed.card IS NULL OR measured IS NOT TRUE OR unknown THEN 'gap'
            ELSE judge(abs(charged - spent - change) < $difference) END AS verdict
FROM summed
