WITH line AS (
  SELECT *,
         ltrim(regexp_extract(norm_text(voucher_no), '([0-9]+)', 1), '0') AS serial,
         coalesce(nullif(regexp_extract(norm_text(voucher_no), '^([^0-9-]+)', 1), ''), norm_text(voucher_type), '') AS mark,
         coalesce(debit, CASE WHEN dr_cr = '借' THEN amount END, 0)
           - coalesce(credit, CASE WHEN dr_cr = '贷' THEN amount END, 0) AS spent
  FROM finance.voucher_journal
  -- The financial side only: the budget side repeats the same spending.
  WHERE starts_with(regexp_replace(account_code, '[. -]', '', 'g'), '5')
    AND coalesce(accounting_system, '财务会计') = '财务会计'
    AND (starts_with(econ_code, '30217') OR contains(account_name, '接待费') OR contains(account_name, '公务接待'))
    AND carry_over IS DISTINCT FROM TRUE
    AND NOT contains(coalesce(summary, ''), '结转')
    AND coalesce(norm_text(void_flag), '') NOT IN ('是', '1', 'Y', '作废', '已作废')
), voucher AS (
  SELECT min(_row) AS id,
         list(_row ORDER BY _row) AS lines,
         voucher_date,
         mark,
         serial,
         any_value(voucher_no) AS voucher_no,
         any_value(summary) AS summary,
         any_value(maker) AS maker,
         sum(spent) AS spent,
         count(*) FILTER (coalesce(debit, credit, amount) IS NULL) AS unreadable
  FROM line
  GROUP BY voucher_date, mark, serial
), listed AS (
  SELECT *,
         ltrim(regexp_extract(norm_text(voucher_no), '([0-9]+)', 1), '0') AS serial,
         coalesce(regexp_extract(norm_text(voucher_no), '^([^0-9-]+)', 1), '') AS mark
  FROM finance.reception_ledger
), match AS (
  -- Numbers begin anew each month: the first voucher of that number from the month of the visit on.
  SELECT listed._row,
         arg_min(voucher.id, voucher.voucher_date) AS id
  FROM listed
  JOIN voucher ON voucher.serial = listed.serial
  WHERE (voucher.mark = listed.mark OR voucher.mark = '' OR listed.mark = '')
    AND (voucher.voucher_date >= date_trunc('month', listed.reception_date)) IS NOT FALSE
  GROUP BY listed._row
), unnumbered AS (
  -- A ledger row without a voucher number is found by its exact amount in the same year.
  SELECT _row,
         amount,
         reception_date
  FROM listed
  WHERE voucher_no IS NULL
    AND amount > 0
)
SELECT list_concat(any_value(voucher.lines), list(listed._row ORDER BY listed._row)) AS _rows,
       concat_ws('|', voucher.voucher_date, voucher.mark, voucher.serial) AS key,
       voucher.voucher_date,
       any_value(voucher.voucher_no) AS voucher_no,
       any_value(voucher.spent) AS booked,
       sum(listed.amount) AS listed,
       booked - sum(listed.amount) AS difference,
       abs(difference) AS amount,
       any_value(voucher.maker) AS owner,
       voucher.voucher_date AS fact_date,
       CASE WHEN count(*) > count(listed.amount) OR any_value(unreadable) > 0 THEN 'gap'
            ELSE judge(abs(difference) < 0.01) END AS verdict
FROM voucher
JOIN match ON match.id = voucher.id
JOIN listed ON listed._row = match._row
WHERE in_period(voucher.voucher_date) IS NOT FALSE
GROUP BY voucher.id, voucher.voucher_date, voucher.mark, voucher.serial
