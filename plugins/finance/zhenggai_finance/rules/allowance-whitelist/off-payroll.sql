WITH payroll_sum AS (
  SELECT pay_month,
         sum(amount) AS total
  FROM finance.payroll_sheet
  GROUP BY pay_month, item
  UNION
  SELECT pay_month,
         sum(amount)
  FROM finance.payroll_sheet
  GROUP BY pay_month
  UNION
  SELECT pay_month,
         sum(amount)
  FROM finance.payroll_sheet
  GROUP BY pay_month, person
  UNION
  SELECT pay_month,
         amount
  FROM finance.payroll_sheet
), payroll_month AS (
  SELECT DISTINCT pay_month FROM payroll_sum
), payroll_voucher AS (
  SELECT DISTINCT pay_month,
         ltrim(regexp_extract(norm_text(voucher_no), '([0-9]+)', 1), '0') AS serial
  FROM finance.payroll_sheet
  WHERE voucher_no IS NOT NULL
), staff AS (
  SELECT norm_text(person) AS who FROM finance.payroll_sheet
  UNION
  SELECT norm_text(person) FROM finance.staff_roster
), spent AS (
  SELECT _row,
         voucher_date AS booked_on,
         '凭证' || concat(coalesce(voucher_type, ''), voucher_no) AS slip,
         ltrim(regexp_extract(norm_text(voucher_no), '([0-9]+)', 1), '0') AS serial,
         summary AS purpose,
         coalesce(debit, CASE WHEN dr_cr = '借' THEN amount END) AS amount,
         maker AS owner
  FROM finance.voucher_journal
  WHERE starts_with(regexp_replace(account_code, '[. -]', '', 'g'), '5')
    AND coalesce(accounting_system, '财务会计') = '财务会计'
    AND carry_over IS DISTINCT FROM TRUE
    AND coalesce(credit, 0) = 0
    AND (coalesce(debit, CASE WHEN dr_cr = '借' THEN amount END) > 0) IS NOT FALSE
    AND NOT regexp_matches(coalesce(econ_code, ''), '^(30211|303|309|31)')
    AND NOT regexp_matches(summary, '差旅|出差|结转')
  UNION ALL
  -- Payments to staff, where the books are not at hand.
  SELECT payment._row,
         pay_date,
         '支付' || coalesce(pay_no, ''),
         NULL,
         purpose,
         amount,
         payee
  FROM finance.payment_detail AS payment
  JOIN staff ON staff.who = norm_text(payment.payee)
  WHERE NOT EXISTS (SELECT 1 FROM finance.voucher_journal)
    AND (amount > 0) IS NOT FALSE
    AND NOT regexp_matches(coalesce(econ_code, ''), '^(30211|303|309|31)')
    AND NOT regexp_matches(purpose, '差旅|出差')
)
SELECT spent._row,
       booked_on,
       slip,
       purpose,
       spent.amount AS amount,
       owner,
       booked_on AS fact_date,
       CASE WHEN payroll_sum.total IS NOT NULL OR payroll_voucher.serial IS NOT NULL THEN 'ok'
            WHEN booked_on IS NULL OR spent.amount IS NULL OR payroll_month.pay_month IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM spent
LEFT JOIN payroll_month ON payroll_month.pay_month = date_trunc('month', booked_on)
LEFT JOIN payroll_sum ON payroll_sum.pay_month = date_trunc('month', booked_on) AND payroll_sum.total = spent.amount
LEFT JOIN payroll_voucher ON payroll_voucher.pay_month = date_trunc('month', booked_on) AND payroll_voucher.serial = spent.serial
WHERE in_period(booked_on) IS NOT FALSE
  AND len(list_filter($hidden_words, lambda one: contains(purpose, one))) > 0
