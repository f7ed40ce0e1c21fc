WITH clash AS (
  SELECT * FROM pair WHERE shared >= 2 OR (shared = 1 AND NOT at_the_edge)
)
SELECT list_concat(trip.rows, coalesce(other_rows, [])) AS _rows,
       concat_ws('|', trip.form, trip.who, other_told) AS key,
       person,
       told AS first_trip,
       coalesce(other_told, '') AS second_trip,
       shared,
       person AS owner,
       depart_date AS fact_date,
       CASE WHEN clash.first_row IS NOT NULL THEN CASE WHEN unsure THEN 'gap' ELSE 'violation' END
            WHEN undated OR trip.who IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM trip
LEFT JOIN clash ON clash.first_row = trip.row_id
WHERE in_period(depart_date) IS NOT FALSE
