SELECT store._row,
       any_value(store.pharmacy_name) AS pharmacy_name,
       any_value(store.device_no) AS device_no,
       any_value(store.year) AS year,
       min(paired.submit_date) AS filed,
       store.limit_day AS "limit",
       filed - store.limit_day AS days,
       any_value(store.station) AS owner,
       store.limit_day AS fact_date,
       -- The first report counts; a corrected one handed in later is not late.
       CASE WHEN filed <= store.limit_day THEN 'ok'
            WHEN count(paired.submit_date) < count(*) THEN 'gap'
            ELSE judge(filed <= store.limit_day) END AS verdict
FROM store
JOIN paired ON paired.store_row = store._row
WHERE paired.report_year = store.year
GROUP BY store._row, store.limit_day
