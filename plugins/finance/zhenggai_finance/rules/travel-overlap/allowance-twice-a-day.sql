SELECT list_concat(trip.rows, other_rows) AS _rows,
       concat_ws('|', trip.form, trip.who, other_told) AS key,
       person,
       told AS first_trip,
       other_told AS second_trip,
       distinct_days,
       pair.meal_days AS meal_days,
       pair.city_days AS city_days,
       person AS owner,
       depart_date AS fact_date,
       -- More days than one trip has is reported by the travel standard.
       CASE WHEN (pair.meal_days > distinct_days AND meal_days_fit) OR (pair.city_days > distinct_days AND city_days_fit)
              THEN CASE WHEN unsure THEN 'gap' ELSE 'violation' END
            ELSE 'ok' END AS verdict
FROM trip
JOIN pair ON pair.first_row = trip.row_id
WHERE shared = 1
  AND at_the_edge
  AND in_period(depart_date) IS NOT FALSE
