SELECT *,
       ltrim(regexp_extract(norm_text(voucher_no), '([0-9]+)', 1), '0') AS serial,
       coalesce(regexp_extract(norm_text(voucher_no), '^([^0-9-]+)', 1), '') AS mark
FROM finance.reception_ledger
