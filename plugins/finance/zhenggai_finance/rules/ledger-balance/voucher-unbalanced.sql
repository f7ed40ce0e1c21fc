WITH entry AS (
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
)
-- A voucher with parallel entries balances twice: each side is tested alone.
SELECT list(_row ORDER BY _row) AS _rows,
       concat_ws('|', book_year, book_month, mark, serial, side) AS key,
       book_year AS year,
       book_month AS month,
       mark,
       serial,
       side,
       sum(debits) AS debits,
       sum(credits) AS credits,
       sum(debits) - sum(credits) AS difference,
       abs(difference) AS amount,
       any_value(maker) AS owner,
       max(voucher_date) AS fact_date,
       CASE WHEN count(*) > count(debits) OR count(*) > count(credits) OR serial = '' OR serial IS NULL OR side IS NULL THEN 'gap'
            ELSE judge(abs(difference) < $tolerance) END AS verdict
FROM entry
WHERE in_period(voucher_date) IS NOT FALSE
GROUP BY book_year, book_month, mark, serial, side
