WITH line AS (
  SELECT *,
         ltrim(regexp_extract(norm_text(voucher_no), '([0-9]+)', 1), '0') AS serial,
         concat_ws('、', account_name, econ_code) AS booked_as,
         coalesce(debit, CASE WHEN dr_cr = '借' THEN amount END) AS spent
  FROM finance.voucher_journal
  WHERE starts_with(regexp_replace(account_code, '[. -]', '', 'g'), '5')
    AND coalesce(accounting_system, '财务会计') = '财务会计'
    AND carry_over IS DISTINCT FROM TRUE
    AND NOT contains(coalesce(summary, ''), '结转')
    AND coalesce(norm_text(void_flag), '') NOT IN ('是', '1', 'Y', '作废', '已作废')
    AND in_period(voucher_date) IS NOT FALSE
), expense AS (
  SELECT line.*
  FROM line
  WHERE (spent > 0) IS NOT FALSE
    AND coalesce(credit, 0) = 0
    -- Reversed within the month.
    AND NOT EXISTS (
      SELECT 1 FROM line AS red
      WHERE red.spent = -line.spent
        AND red.spent < 0
        AND date_trunc('month', red.voucher_date) = date_trunc('month', line.voucher_date))
), received AS (
  SELECT ltrim(regexp_extract(norm_text(voucher_no), '([0-9]+)', 1), '0') AS serial,
         reception_date
  FROM finance.reception_ledger
  WHERE voucher_no IS NOT NULL
), matched AS (
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
