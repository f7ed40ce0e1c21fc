WITH event AS (
  SELECT _row,
         unnest(split_names(companion_names)) AS who,
         CAST(NULL AS VARCHAR) AS section,
         reception_date AS day,
         visitor_unit AS what
  FROM finance.reception_ledger
),
met AS (
  SELECT event._row,
         event.who,
         any_value(event.day) AS day,
         any_value(event.what) AS what,
         list(DISTINCT trip.row_id) FILTER (event.day > depart_date AND event.day < return_date AND NOT elsewhere) AS clash_rows,
         any_value(trip.told) FILTER (event.day > depart_date AND event.day < return_date AND NOT elsewhere) AS told,
         bool_or(event.day > depart_date AND event.day < return_date AND NOT elsewhere) AS inside,
         bool_or((event.day = depart_date OR event.day = return_date) AND NOT elsewhere) AS edge,
         bool_or(event.day IS NULL OR undated) AS undated,
         bool_or(namesake.who IS NOT NULL AND (event.section IS NULL OR trip.section IS NULL)) AS unsure
  FROM (
    SELECT event.*,
           trip.row_id,
           FALSE AS elsewhere
    FROM event
    JOIN trip ON trip.who = event.who
  ) AS event
  JOIN trip ON trip.row_id = event.row_id
  LEFT JOIN namesake ON namesake.who = event.who
  WHERE namesake.who IS NULL
     OR (event.section = trip.section) IS NOT FALSE
  GROUP BY event._row, event.who
)
SELECT list_concat([_row], coalesce(clash_rows, [])) AS _rows,
       concat_ws('|', who, day, what) AS key,
       who AS person,
       coalesce(told, '') AS trip,
       day,
       what,
       who AS owner,
       day AS fact_date,
       CASE WHEN inside THEN CASE WHEN unsure THEN 'gap' ELSE 'violation' END
            WHEN undated OR ($check_boundary AND edge) THEN 'gap'
            ELSE 'ok' END AS verdict
FROM met
WHERE in_period(day) IS NOT FALSE
