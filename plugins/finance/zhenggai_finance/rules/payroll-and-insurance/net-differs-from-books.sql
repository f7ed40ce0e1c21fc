WITH person_month AS (
  SELECT pay_month,
         list(_row ORDER BY _row) AS sheet_rows,
         max(net) AS net
  FROM finance.payroll_sheet
  WHERE in_period(pay_month) IS NOT FALSE
  GROUP BY pay_month, norm_text(person), id_card, department
), sheet AS (
  SELECT pay_month,
         flatten(list(sheet_rows)) AS sheet_rows,
         CASE WHEN count(*) = count(net) THEN sum(net) END AS net
  FROM person_month
  GROUP BY pay_month
), line AS (
  SELECT _row,
         date_trunc('month', voucher_date) AS month,
         concat_ws('|', voucher_date, voucher_type, voucher_no) AS voucher,
         left(regexp_replace(account_code, '[. -]', '', 'g'), 4) AS code,
         regexp_matches(concat_ws(' ', account_name, summary), '社保|社会保险|公积金|年金|养老|医疗|失业|工伤|个税|个人所得税') AS about_insurance,
         regexp_matches(summary, '工资|薪酬|津贴|津补贴|补贴|奖金') AND NOT about_insurance AS about_pay,
         coalesce(credit, CASE WHEN dr_cr = '贷' THEN amount END) AS paid,
         coalesce(credit, debit, amount) IS NULL OR (dr_cr IS NULL AND debit IS NULL AND credit IS NULL) AS unknown
  FROM finance.voucher_journal
  -- The budget side books the same payment once more.
  WHERE coalesce(accounting_system, '财务会计') = '财务会计'
    AND carry_over IS DISTINCT FROM TRUE
    AND coalesce(norm_text(void_flag), '') NOT IN ('是', '1', 'Y', '作废', '已作废')
), book AS (
  SELECT month,
         list(_row ORDER BY _row) FILTER (paid <> 0) AS book_rows,
         CASE WHEN NOT bool_or(unknown) THEN coalesce(sum(paid), 0) END AS booked
  FROM line
  WHERE code IN ('1002', '1011', '4001') AND about_pay
  GROUP BY month
)
SELECT list_concat(sheet_rows[1:1], book_rows) AS _rows,
       strftime(pay_month, '%Y-%m') AS key,
       strftime(pay_month, '%Y年%m月') AS month,
       net,
       booked,
       abs(net - booked) AS difference,
       difference AS amount,
       pay_month AS fact_date,
       CASE WHEN booked = 0 AND net <> 0 AND book_rows IS NULL THEN 'gap'
            ELSE judge(difference < 0.01) END AS verdict
FROM sheet
LEFT JOIN book ON book.month = sheet.pay_month
