SELECT *,
       ltrim(regexp_extract(norm_text(voucher_no), '([0-9]+)', 1), '0') AS serial,
       coalesce(nullif(regexp_extract(norm_text(voucher_no), '^([^0-9-]+)', 1), ''), norm_text(voucher_type), '') AS mark,
       coalesce(debit, CASE WHEN dr_cr = '借' THEN amount END, 0)
         - coalesce(credit, CASE WHEN dr_cr = '贷' THEN amount END, 0) AS spent
FROM finance.voucher_journal
-- The financial side only: the budget side repeats the same spending.
WHERE starts_with(regexp_replace(account_code, '[. -]', '', 'g'), '5')
  AND coalesce(accounting_system, '财务会计') = '财务会计'
  AND (starts_with(econ_code, '30217') OR contains(account_name, '接待费') OR contains(account_name, '公务接待'))
  AND carry_over IS DISTINCT FROM TRUE
  AND NOT contains(coalesce(summary, ''), '结转')
  AND coalesce(norm_text(void_flag), '') NOT IN ('是', '1', 'Y', '作废', '已作废')
