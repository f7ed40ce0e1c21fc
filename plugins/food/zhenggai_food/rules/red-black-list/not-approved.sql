SELECT _row,
       issue_no,
       list_type,
       subject_name,
       publish_date AS fact_date,
       judge(approver IS NOT NULL) AS verdict
FROM food.red_black_list
WHERE in_period(publish_date) IS NOT FALSE
