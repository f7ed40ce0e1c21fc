SELECT held._row,
       name,
       org,
       post,
       strftime(start, '%Y-%m') AS began,
       as_of() AS as_of_day,
       add_months(start, 12 * $term_years) AS fact_date,
       -- Known to the month: beyond the term only from the month after.
       CASE WHEN date_trunc('month', as_of()) <= add_months(start, 12 * $term_years) THEN 'ok'
            WHEN start IS NULL OR left_undated OR bound IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM held
WHERE bound IS NOT FALSE
  AND "end" IS NULL
  AND enterprise IS NOT TRUE
