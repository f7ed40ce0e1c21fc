WITH car AS (
  SELECT upper(regexp_replace(norm_text(plate), '[·•・‧.-]', '', 'g')) AS car,
         arg_max(_row, coalesce(in_service, DATE '0001-01-01')) AS car_row,
         arg_max(tank, coalesce(in_service, DATE '0001-01-01')) AS tank
  FROM finance.vehicle_ledger
  WHERE plate IS NOT NULL
  GROUP BY ALL
), day_fill AS (
  SELECT upper(regexp_replace(norm_text(plate), '[·•・‧.-]', '', 'g')) AS car,
         min(plate) AS plate,
         date AS day,
         list(_row ORDER BY _row) AS rows,
         sum(litres) AS fuel,
         count(*) AS times,
         count(*) > count(litres) AS unknown
  FROM finance.vehicle_cost_log
  WHERE cost_type = '加油'
    AND plate IS NOT NULL
    AND in_period(date) IS NOT FALSE
  GROUP BY car, date
)
SELECT rows AS _rows,
       concat_ws('|', day_fill.car, day) AS key,
       plate,
       day,
       times,
       fuel,
       tank,
       tank * $tank_tolerance AS allowed,
       day AS fact_date,
       CASE WHEN fuel > tank * $tank_tolerance AND day IS NOT NULL THEN 'violation'
            WHEN unknown OR day IS NULL THEN 'gap'
            ELSE judge(fuel <= tank * $tank_tolerance) END AS verdict
FROM day_fill
JOIN car ON car.car = day_fill.car
WHERE tank IS NOT NULL
UNION ALL
SELECT list(DISTINCT car_row),
       day_fill.car || '|没有油箱容积',
       min(plate),
       min(day),
       sum(times),
       sum(fuel),
       NULL,
       NULL,
       min(day),
       'gap'
FROM day_fill
JOIN car ON car.car = day_fill.car
WHERE tank IS NULL
GROUP BY day_fill.car
