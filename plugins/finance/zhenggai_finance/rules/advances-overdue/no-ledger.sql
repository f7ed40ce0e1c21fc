WITH balance AS (
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
), latest AS (
  SELECT *
  FROM balance
  WHERE leaf
    AND stamp <= year(as_of()) * 100 + month(as_of())
  QUALIFY stamp = max(stamp) OVER ()
)
SELECT list(_row ORDER BY _row) AS _rows,
       'total' AS key,
       any_value(concat(fiscal_year, '年', label, '期')) AS label,
       sum(closing) AS booked,
       sum(closing) AS amount,
       CASE WHEN EXISTS (SELECT 1 FROM finance.advance_ledger) THEN 'ok'
            WHEN sum(closing) <> 0 THEN 'violation'
            WHEN count(*) > count(closing) THEN 'gap'
            ELSE 'ok' END AS verdict
FROM latest
WHERE starts_with(code, '1218')
HAVING count(*) > 0
