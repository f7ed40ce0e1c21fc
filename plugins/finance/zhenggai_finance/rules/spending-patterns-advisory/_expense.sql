SELECT *,
       coalesce(debit, CASE WHEN dr_cr = '借' THEN amount END) AS spent
FROM finance.voucher_journal
WHERE starts_with(regexp_replace(account_code, '[. -]', '', 'g'), '5')
  AND coalesce(accounting_system, '财务会计') = '财务会计'
  AND carry_over IS DISTINCT FROM TRUE
  AND coalesce(credit, 0) = 0
  AND (coalesce(debit, CASE WHEN dr_cr = '借' THEN amount END) > 0) IS NOT FALSE
  AND NOT regexp_matches(coalesce(econ_code, ''), '^(301|303)')
  AND len(list_filter($standing_words, lambda one: contains(concat_ws(' ', summary, account_name), one))) = 0
  AND in_period(voucher_date) IS NOT FALSE
