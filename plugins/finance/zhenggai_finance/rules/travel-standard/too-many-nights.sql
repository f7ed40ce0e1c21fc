SELECT rows AS _rows,
       concat_ws('|', trip.form, trip.who) AS key,
       trip.person AS person,
       trip.form_no AS form_no,
       trip.depart_date AS depart_date,
       trip.return_date AS return_date,
       trip.city AS city,
       trip.person AS owner,
       trip.depart_date AS fact_date,
       days,
       nights,
       CASE WHEN nights <= days - 1 OR regexp_matches(remark, '夜间|通宵|夜车|夜行|晚到|凌晨|过夜') THEN 'ok'
            ELSE judge(nights <= days - 1) END AS verdict
FROM trip
WHERE nights IS NOT NULL
