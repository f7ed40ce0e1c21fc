SELECT *,
       ltrim(regexp_extract(norm_text(voucher_no), '([0-9]+)', 1), '0') AS serial,
       concat_ws('、', account_name, econ_code) AS booked_as,
       coalesce(debit, CASE WHEN dr_cr = '借' THEN amount END) AS spent
FROM finance.voucher_journal
WHERE starts_with(regexp_replace(account_code, '[. -]', '', 'g'), '5')
  AND coalesce(accounting_system, '财务会计') = '财务会计'
  AND carry_over IS DISTINCT FROM TRUE
  AND NOT contains(coalesce(summary, ''), '结转')
  AND coalesce(norm_text(void_flag), '') NOT IN ('是', '1', 'Y', '作废', '已作废')
  AND in_period(voucher_date) IS NOT FALSE
