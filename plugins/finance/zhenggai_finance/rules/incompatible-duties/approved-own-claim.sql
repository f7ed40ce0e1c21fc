SELECT list(_row ORDER BY _row) AS _rows,
       norm_text(form_no) AS key,
       any_value(form_no) AS form_no,
       max(apply_date) AS apply_date,
       any_value(applicant) AS applicant,
       sum(slip.amount) AS amount,
       any_value(applicant) AS owner,
       max(apply_date) AS fact_date,
       judge(NOT bool_or(norm_text(slip.applicant) = norm_text(slip.approver))) AS verdict
FROM finance.reimbursement_register AS slip
WHERE in_period(apply_date) IS NOT FALSE
GROUP BY norm_text(form_no)
