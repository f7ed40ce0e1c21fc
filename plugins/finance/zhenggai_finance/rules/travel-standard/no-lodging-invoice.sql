SELECT _row,
       person,
       depart_date,
       city,
       person AS owner,
       depart_date AS fact_date,
       nights,
       CASE WHEN lodging_amount > 0 AND lodging_invoice_no IS NOT NULL THEN 'ok'
            WHEN regexp_matches(remark, '未住宿|住家|住自家|接待单位安排|对方安排|统一安排') THEN 'ok'
            WHEN lodging_amount IS NULL AND lodging_invoice_no IS NOT NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM finance.travel_reimbursement
WHERE in_period(depart_date) IS NOT FALSE
  AND nights > 0
  AND (transport_amount > 0 OR meal_allowance > 0 OR city_allowance > 0)
