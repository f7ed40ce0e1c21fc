SELECT *,
       fiscal_year AS year,
       regexp_replace(account_code, '[. -]', '', 'g') AS code,
       norm_text(period) AS label,
       -- '3', '03', '2024.03' and '202403' are months; '2024.01-2024.12' is a stretch of them.
       list_transform(
         regexp_extract_all(norm_text(period), '(?:[0-9]{4}[.年/]?)?([0-9]{1,2})月?(?:-|~|至|$)', 1),
         lambda one: CAST(one AS INTEGER)
       ) AS ends,
       CASE WHEN opening_debit IS NOT NULL OR opening_credit IS NOT NULL
              THEN coalesce(opening_debit, 0) - coalesce(opening_credit, 0)
            WHEN opening_direction = '借' THEN opening_balance
            WHEN opening_direction = '贷' THEN -opening_balance
            WHEN opening_direction = '平' OR opening_balance = 0 THEN 0 END AS opening,
       CASE WHEN closing_debit IS NOT NULL OR closing_credit IS NOT NULL
              THEN coalesce(closing_debit, 0) - coalesce(closing_credit, 0)
            WHEN closing_direction = '借' THEN closing_balance
            WHEN closing_direction = '贷' THEN -closing_balance
            WHEN closing_direction = '平' OR closing_balance = 0 THEN 0 END AS closing,
       CASE WHEN left(code, 1) BETWEEN '1' AND '5' THEN '财务会计'
            WHEN left(code, 1) BETWEEN '6' AND '8' THEN '预算会计' END AS side,
       -- In order of codes the children follow their parent at once.
       coalesce(
         is_leaf,
         NOT coalesce(starts_with(lead(code) OVER (PARTITION BY fiscal_year, label ORDER BY code), code), FALSE)
       ) AS leaf
FROM finance.trial_balance
WHERE make_date(fiscal_year, 1, 1) BETWEEN date_trunc('year', period_start()) AND period_end()
   OR fiscal_year IS NULL
