WITH person_month AS (
  SELECT pay_month,
         list(_row ORDER BY _row) AS sheet_rows,
         max(net) AS net
  FROM finance.payroll_sheet
  WHERE in_period(pay_month) IS NOT FALSE
  GROUP BY pay_month, norm_text(person), id_card, department
),
sheet AS (
  SELECT pay_month,
         flatten(list(sheet_rows)) AS sheet_rows,
         CASE WHEN count(*) = count(net) THEN sum(net) END AS net
  FROM person_month
  GROUP BY pay_month
),
book AS (
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
