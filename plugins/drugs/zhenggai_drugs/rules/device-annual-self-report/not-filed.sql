SELECT store._row,
       any_value(store.pharmacy_name) AS pharmacy_name,
       any_value(store.device_no) AS device_no,
       CASE WHEN any_value(store.device_issue) IS NULL THEN '，备案或许可日期不详' ELSE '' END AS since,
       any_value(store.year) AS year,
       any_value(store.station) AS owner,
       store.limit_day AS due,
       CASE WHEN bool_or(paired.report_year = store.year OR paired.mistaken) THEN 'ok'
            WHEN store.limit_day IS NULL THEN 'gap'
            WHEN as_of() <= store.limit_day THEN 'pending'
            WHEN count(*) FILTER (paired.store_row IS NOT NULL
              AND (paired.report_year IS NULL OR (paired.mistaken IS NULL AND paired.submit_date IS NULL))) > 0 THEN 'gap'
            -- Closed, but nobody wrote when.
            WHEN any_value(store.status) IN ('注销', '吊销') AND any_value(store.closed_on) IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM store
LEFT JOIN paired ON paired.store_row = store._row
GROUP BY store._row, store.limit_day
