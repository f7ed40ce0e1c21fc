SELECT _row,
       reception_date,
       visitor_unit,
       letter_no,
       letter_date,
       letter_date - reception_date AS days_late,
       reception.amount AS cost,
       handler AS owner,
       reception_date AS fact_date,
       judge(letter_date <= reception_date) AS verdict
FROM finance.reception_ledger AS reception
WHERE in_period(reception_date) IS NOT FALSE
  AND (amount > 0) IS NOT FALSE
  AND (letter_date IS NOT NULL OR regexp_matches(letter_no, '[0-9]') OR norm_text(letter_no) IN ('有', '是', '√'))
