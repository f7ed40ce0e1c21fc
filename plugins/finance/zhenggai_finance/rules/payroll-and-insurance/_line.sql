SELECT _row,
       date_trunc('month', voucher_date) AS month,
       concat_ws('|', voucher_date, voucher_type, voucher_no) AS voucher,
       left(regexp_replace(account_code, '[. -]', '', 'g'), 4) AS code,
       regexp_matches(concat_ws(' ', account_name, summary), '社保|社会保险|公积金|年金|养老|医疗|失业|工伤|个税|个人所得税') AS about_insurance,
       regexp_matches(summary, '工资|薪酬|津贴|津补贴|补贴|奖金') AND NOT about_insurance AS about_pay,
       coalesce(credit, CASE WHEN dr_cr = '贷' THEN amount END) AS paid,
       coalesce(credit, debit, amount) IS NULL OR (dr_cr IS NULL AND debit IS NULL AND credit IS NULL) AS unknown
FROM finance.voucher_journal
-- The budget side books the same payment once more.
WHERE coalesce(accounting_system, '财务会计') = '财务会计'
  AND carry_over IS DISTINCT FROM TRUE
  AND coalesce(norm_text(void_flag), '') NOT IN ('是', '1', 'Y', '作废', '已作废')
