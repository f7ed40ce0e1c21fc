WITH received AS (
  SELECT ltrim(regexp_extract(norm_text(voucher_no), '([0-9]+)', 1), '0') AS serial,
         reception_date
  FROM finance.reception_ledger
  WHERE voucher_no IS NOT NULL
),
matched AS (
  SELECT DISTINCT expense._row
  FROM expense
  JOIN received ON received.serial = expense.serial
  WHERE (received.reception_date <= expense.voucher_date) IS NOT FALSE
)
SELECT expense._row AS _row,
       voucher_date,
       concat(coalesce(voucher_type, ''), voucher_no) AS voucher_no,
       coalesce(summary, '') AS summary,
       spent AS amount,
       maker AS owner,
       voucher_date AS fact_date,
       CASE WHEN matched._row IS NOT NULL THEN 'ok'
            WHEN expense.summary IS NULL THEN 'gap'
            ELSE judge(NOT regexp_matches(expense.summary, '住宿|会务')) END AS verdict
FROM expense
LEFT JOIN matched ON matched._row = expense._row
WHERE starts_with(econ_code, '30217')
