SELECT list(_row ORDER BY _row) AS _rows,
       coalesce(norm_docno(registration_no),
                concat_ws('|', norm_name(pledgor), norm_name(pledgee), registered_date)) AS key,
       any_value(pledgor) AS pledgor,
       any_value(pledgee) AS pledgee,
       any_value(amount) AS amount,
       concat_ws('、',
         CASE WHEN any_value(registration_no) IS NULL THEN '质押登记号' END,
         CASE WHEN any_value(registered_date) IS NULL THEN '登记日期' END) AS lacking,
       judge(lacking = '') AS verdict
FROM ip.pledge_ledger
WHERE in_period(registered_date) IS NOT FALSE
GROUP BY 2
