SELECT *,
       coalesce(return_date - depart_date + 1, 0) AS leg_days,
       CASE WHEN regexp_matches(rank, '部级|部长') THEN '部级' WHEN regexp_matches(rank, '厅|局级|司') THEN '厅局级' ELSE '其他人员' END AS rank_text
FROM finance.travel_reimbursement
WHERE in_period(depart_date) IS NOT FALSE
