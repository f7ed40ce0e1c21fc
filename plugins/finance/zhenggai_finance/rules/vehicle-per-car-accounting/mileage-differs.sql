WITH trip AS (
  SELECT *,
         upper(regexp_replace(norm_text(plate), '[·•・‧.-]', '', 'g')) AS car,
         date_trunc('month', out_time) AS month_first,
         coalesce(km, odo_end - odo_start) AS distance
  FROM finance.vehicle_trip_log
  WHERE plate IS NOT NULL
    AND in_period(out_time) IS NOT FALSE
), reading AS (
  SELECT upper(regexp_replace(norm_text(plate), '[·•・‧.-]', '', 'g')) AS car,
         date_trunc('month', date) AS month_first,
         min(date) AS first_day,
         max(date) AS last_day,
         arg_max(odometer, (date, odometer)) - arg_min(odometer, (date, odometer)) AS change
  FROM finance.vehicle_cost_log
  WHERE cost_type IN ('加油', '充电')
    AND plate IS NOT NULL
    AND odometer IS NOT NULL
  GROUP BY ALL
  HAVING max(date) > min(date)
), driven AS (
  -- With the odometer in the trip log, from the first start to the last return; else between the
  -- first and the last fill, where trips on those two days may or may not count.
  SELECT trip.car,
         trip.month_first,
         list(trip._row ORDER BY out_time, trip._row) AS rows,
         min(plate) AS plate,
         count(odo_start) = count(*) AND count(odo_end) = count(*) AS by_trips,
         CASE WHEN by_trips THEN max(odo_end) - min(odo_start) ELSE any_value(change) END AS change,
         CASE WHEN by_trips THEN sum(distance)
              ELSE coalesce(sum(distance) FILTER (out_time > first_day AND out_time < last_day), 0) END AS least,
         CASE WHEN by_trips THEN sum(distance)
              ELSE coalesce(sum(distance) FILTER (out_time BETWEEN first_day AND last_day), 0) END AS most,
         bool_or(distance IS NULL) AS unknown
  FROM trip
  LEFT JOIN reading ON reading.car = trip.car AND reading.month_first = trip.month_first
  GROUP BY trip.car, trip.month_first
)
SELECT rows AS _rows,
       concat_ws('|', car, strftime(month_first, '%Y-%m')) AS key,
       plate,
       strftime(month_first, '%Y-%m') AS month,
       CASE WHEN most < change THEN most ELSE least END AS logged,
       change AS driven,
       CAST(last_day(month_first) AS DATE) AS fact_date,
       CASE WHEN unknown OR month_first IS NULL OR change < 0 THEN 'gap'
            ELSE judge(most >= change * (1 - $km_tolerance) AND least <= change * (1 + $km_tolerance)) END AS verdict
FROM driven
