SELECT *,
       regexp_replace(account_code, '[. -]', '', 'g') AS code,
       norm_text(period) AS label,
       fiscal_year * 100 + CAST(nullif(regexp_extract(norm_text(period), '([0-9]{1,2})月?$', 1), '') AS INTEGER) AS stamp,
       CASE WHEN closing_debit IS NOT NULL OR closing_credit IS NOT NULL THEN coalesce(closing_debit, 0) - coalesce(closing_credit, 0)
            WHEN closing_direction = '贷' THEN -closing_balance
            WHEN closing_direction = '平' THEN 0
            ELSE closing_balance END AS closing,
       coalesce(is_leaf, NOT coalesce(starts_with(lead(code) OVER (PARTITION BY fiscal_year, period ORDER BY code), code), FALSE)) AS leaf
FROM finance.trial_balance
