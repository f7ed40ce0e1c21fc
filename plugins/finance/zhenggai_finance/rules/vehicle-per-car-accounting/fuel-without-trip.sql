WITH fill AS (
  SELECT *,
         upper(regexp_replace(norm_text(plate), '[·•・‧.-]', '', 'g')) AS car
  FROM finance.vehicle_cost_log
  WHERE cost_type IN ('加油', '充电')
    AND plate IS NOT NULL
    AND in_period(date) IS NOT FALSE
), trip AS (
  SELECT upper(regexp_replace(norm_text(plate), '[·•・‧.-]', '', 'g')) AS car,
         out_time AS first_day,
         greatest(out_time, back_time) AS last_day
  FROM finance.vehicle_trip_log
  WHERE plate IS NOT NULL
), met AS (
  SELECT fill._row,
         bool_or(first_day <= date AND last_day >= date - 1) AS on_a_trip
  FROM fill
  JOIN trip ON trip.car = fill.car
  GROUP BY fill._row
)
SELECT fill._row,
       plate,
       date AS day,
       amount AS cost,
       amount,
       date AS fact_date,
       CASE WHEN date IS NULL THEN 'gap'
            WHEN on_a_trip THEN 'ok'
            -- A trip whose day is unreadable may be the one.
            WHEN EXISTS (SELECT 1 FROM trip WHERE trip.car = fill.car AND first_day IS NULL) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM fill
LEFT JOIN met ON met._row = fill._row
