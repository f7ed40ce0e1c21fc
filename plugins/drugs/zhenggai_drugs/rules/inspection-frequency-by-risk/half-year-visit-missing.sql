SELECT aged._row,
       half.label AS subject,
       any_value(aged.pharmacy_name) AS pharmacy_name,
       any_value(aged.station) AS owner,
       count(DISTINCT paired.inspect_date) FILTER (NOT paired.unsure) AS done,
       count(paired.store_row) FILTER (paired.unsure) AS unclear,
       half.last_day AS due,
       CASE WHEN done >= 1 THEN 'ok'
            WHEN NOT half.ended THEN 'pending'
            WHEN unclear > 0 OR any_value(aged.class) IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM aged
CROSS JOIN core.halves AS half
LEFT JOIN paired
  ON paired.store_row = aged._row
 AND (paired.inspect_date BETWEEN half.first_day AND half.last_day) IS NOT FALSE
WHERE coalesce(aged.class, '特药') = '特药'
  -- Opened within the half-year: only if in business for at least half of it.
  AND (2 * (half.last_day - aged.opened + 1) >= half.last_day - half.first_day + 1) IS NOT FALSE
GROUP BY aged._row, half.label, half.last_day, half.ended
