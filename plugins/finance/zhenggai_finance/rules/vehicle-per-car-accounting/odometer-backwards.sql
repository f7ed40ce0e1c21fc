WITH fill AS (
  SELECT *,
         date AS day,
         lag(odometer IGNORE NULLS) OVER car AS before,
         lag(CASE WHEN odometer IS NOT NULL THEN date END IGNORE NULLS) OVER car AS before_day
  FROM finance.vehicle_cost_log
  WHERE cost_type IN ('加油', '充电')
    AND plate IS NOT NULL
  WINDOW car AS (
    PARTITION BY upper(regexp_replace(norm_text(plate), '[·•・‧.-]', '', 'g'))
    ORDER BY date, odometer, _row)
)
SELECT _row,
       plate,
       day,
       odometer,
       before,
       before_day,
       day AS fact_date,
       CASE WHEN day IS NULL OR odometer IS NULL THEN 'gap'
            WHEN before IS NULL THEN 'ok'
            ELSE judge(odometer >= before) END AS verdict
FROM fill
WHERE in_period(day) IS NOT FALSE
