WITH car AS (
  SELECT upper(regexp_replace(norm_text(plate), '[·•・‧.-]', '', 'g')) AS car,
         arg_max(_row, coalesce(in_service, DATE '0001-01-01')) AS car_row,
         arg_max(fuel_norm, coalesce(in_service, DATE '0001-01-01')) AS norm
  FROM finance.vehicle_ledger
  WHERE plate IS NOT NULL
  GROUP BY ALL
), fill AS (
  SELECT *,
         upper(regexp_replace(norm_text(plate), '[·•・‧.-]', '', 'g')) AS car,
         row_number() OVER fills AS place,
         odometer - lag(odometer) OVER fills AS km_one,
         odometer - lag(odometer, 2) OVER fills AS km_two,
         lag(litres) OVER fills AS litres_before,
         lag(filled_up) OVER fills AS full_before
  FROM finance.vehicle_cost_log
  WHERE cost_type = '加油'
    AND plate IS NOT NULL
  WINDOW fills AS (
    PARTITION BY upper(regexp_replace(norm_text(plate), '[·•・‧.-]', '', 'g'))
    ORDER BY date, odometer, _row)
), measured AS (
  -- After or at a fill that did not reach the brim, two fills are averaged.
  SELECT fill.*,
         car.norm,
         car.car_row,
         filled_up IS FALSE OR full_before IS FALSE AS averaged,
         CASE WHEN averaged THEN litres + litres_before ELSE litres END AS fuel,
         CASE WHEN averaged THEN km_two ELSE km_one END AS distance
  FROM fill
  JOIN car ON car.car = fill.car
  WHERE place > 1
    AND in_period(date) IS NOT FALSE
)
SELECT _row,
       plate AS key,
       CAST(date AS VARCHAR) || '|' || coalesce(CAST(odometer AS VARCHAR), '') AS subject,
       plate,
       date AS day,
       fuel,
       distance AS km,
       round(fuel / nullif(distance, 0) * 100, 1) AS found,
       norm,
       round(norm * (1 + $fuel_tolerance), 2) AS allowed,
       date AS fact_date,
       CASE WHEN date IS NULL OR odometer IS NULL OR fuel IS NULL OR distance IS NULL THEN 'gap'
            ELSE judge(fuel * 100 <= norm * (1 + $fuel_tolerance) * distance) END AS verdict
FROM measured
WHERE norm IS NOT NULL
  -- A reading that runs backwards is reported as such; a short distance gives no quotient.
  AND (distance >= $min_km OR distance IS NULL)
  AND (km_one > 0) IS NOT FALSE
UNION ALL
SELECT min(car_row),
       min(plate),
       '没有油耗定额',
       min(plate),
       min(date),
       sum(litres),
       NULL,
       NULL,
       NULL,
       NULL,
       min(date),
       'gap'
FROM measured
WHERE norm IS NULL
GROUP BY car
