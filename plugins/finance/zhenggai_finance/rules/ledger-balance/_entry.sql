SELECT *,
       coalesce(fiscal_year, year(voucher_date)) AS book_year,
       coalesce(period, month(voucher_date)) AS book_month,
       coalesce(nullif(regexp_extract(norm_text(voucher_no), '^([^0-9-]+)', 1), ''), norm_text(voucher_type), '') AS mark,
       ltrim(regexp_extract(norm_text(voucher_no), '([0-9]+)', 1), '0') AS serial,
       regexp_replace(account_code, '[. -]', '', 'g') AS code,
       coalesce(debit, CASE WHEN dr_cr = '借' THEN amount WHEN dr_cr = '贷' OR credit IS NOT NULL THEN 0 END) AS debits,
       coalesce(credit, CASE WHEN dr_cr = '贷' THEN amount WHEN dr_cr = '借' OR debit IS NOT NULL THEN 0 END) AS credits,
       coalesce(
         accounting_system,
         CASE WHEN left(code, 1) BETWEEN '1' AND '5' THEN '财务会计'
              WHEN left(code, 1) BETWEEN '6' AND '8' THEN '预算会计' END
       ) AS side
FROM finance.voucher_journal
WHERE coalesce(norm_text(void_flag), '') NOT IN ('是', '1', 'Y', '作废', '已作废')
  AND coalesce(norm_text(posted), '') NOT IN ('否', '0', 'N', '未记账', '作废', '已作废')
