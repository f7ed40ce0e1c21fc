SELECT kitchen.*,
       coalesce(camera_rows, []) AS camera_rows,
       modes,
       coalesce(connected, FALSE) AS connected,
       coalesce(unclear, FALSE) AS unclear,
       last_online,
       online,
       -- Rounded down: 99.96 per cent is never shown as 100.
       floor(1000.0 * count(*) FILTER (connected AND online IS NOT FALSE) OVER () / count(*) OVER ()) / 10 AS rate
FROM kitchen
LEFT JOIN state USING (kitchen_row)
