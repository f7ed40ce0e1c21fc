SELECT _row,
       year(voucher_date) AS year,
       CASE WHEN starts_with(econ_code, '30217') OR contains(account_name, '公务接待费') THEN '公务接待费'
            WHEN starts_with(econ_code, '30231') OR contains(account_name, '公务用车运行') THEN '公务用车运行维护费'
            WHEN starts_with(econ_code, '31013') OR contains(account_name, '公务用车购置') THEN '公务用车购置费'
            WHEN starts_with(econ_code, '30212') OR contains(account_name, '因公出国') THEN '因公出国（境）费' END AS item,
       coalesce(debit, CASE WHEN dr_cr = '借' THEN amount WHEN dr_cr = '贷' OR credit IS NOT NULL THEN 0 END)
         - coalesce(credit, CASE WHEN dr_cr = '贷' THEN amount WHEN dr_cr = '借' OR debit IS NOT NULL THEN 0 END) AS net,
       left(regexp_replace(account_code, '[. -]', '', 'g'), 1) AS class
FROM finance.voucher_journal
WHERE carry_over IS DISTINCT FROM TRUE
  AND NOT contains(coalesce(summary, ''), '结转')
  AND coalesce(norm_text(void_flag), '') NOT IN ('是', '1', 'Y', '作废', '已作废')
