-- One row a voucher; system users are no persons.
SELECT coalesce(fiscal_year, year(voucher_date)) AS book_year,
       coalesce(period, month(voucher_date)) AS book_month,
       coalesce(nullif(regexp_extract(norm_text(voucher_no), '^([^0-9-]+)', 1), ''), norm_text(voucher_type), '') AS mark,
       ltrim(regexp_extract(norm_text(voucher_no), '([0-9]+)', 1), '0') AS serial,
       list(_row ORDER BY _row) AS lines,
       any_value(concat(coalesce(voucher_type, ''), voucher_no)) AS label,
       max(voucher_date) AS voucher_date,
       any_value(norm_text(maker)) FILTER (NOT regexp_matches(lower(maker), '系统|自动|admin')) AS maker,
       any_value(norm_text(reviewer)) FILTER (NOT regexp_matches(lower(reviewer), '系统|自动|admin')) AS reviewer,
       any_value(norm_text(poster)) FILTER (NOT regexp_matches(lower(poster), '系统|自动|admin')) AS poster,
       any_value(norm_text(cashier)) FILTER (NOT regexp_matches(lower(cashier), '系统|自动|admin')) AS cashier,
       bool_or(regexp_matches(lower(maker), '系统|自动|admin')) AS made_by_system,
       bool_or(regexp_matches(lower(reviewer), '系统|自动|admin')) AS reviewed_by_system,
       bool_or(regexp_matches(lower(poster), '系统|自动|admin')) AS posted_by_system
FROM finance.voucher_journal
WHERE in_period(voucher_date) IS NOT FALSE
  AND coalesce(norm_text(void_flag), '') NOT IN ('是', '1', 'Y', '作废', '已作废')
GROUP BY ALL
