SELECT *,
       coalesce(fiscal_year, year(voucher_date)) AS book_year,
       coalesce(period, month(voucher_date)) AS book_month,
       coalesce(nullif(regexp_extract(norm_text(voucher_no), '^([^0-9-]+)', 1), ''), norm_text(voucher_type), '') AS mark,
       -- 12-1/3 and 12(2/3) are cards of number 12.
       CAST(nullif(regexp_extract(norm_text(voucher_no), '([0-9]+)', 1), '') AS BIGINT) AS serial,
       coalesce(accounting_system, CASE WHEN left(account_code, 1) BETWEEN '6' AND '8' THEN '预算会计' ELSE '财务会计' END) AS side,
       concat(coalesce(voucher_type, ''), coalesce(voucher_no, '（无号）')) AS label,
       coalesce(norm_text(void_flag), '') IN ('是', '1', 'Y', '作废', '已作废') AS void
FROM finance.voucher_journal
WHERE in_period(voucher_date) IS NOT FALSE
