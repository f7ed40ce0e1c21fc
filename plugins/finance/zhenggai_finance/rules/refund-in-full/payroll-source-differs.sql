WITH pay AS (
  SELECT norm_text(person) AS who,
         pay_month,
         norm_text(item) AS pay_item,
         sum(amount) AS total,
         count(*) - count(amount) AS unreadable
  FROM finance.payroll_sheet
  GROUP BY ALL
)
SELECT cases._row,
       case_id,
       person,
       strftime(cases.pay_month, '%Y年%m月') AS paid_month,
       cases.pay_item AS paid_item,
       paid_amount,
       pay.total AS source_sum,
       abs(paid_amount - pay.total) AS amount,
       person AS owner,
       CASE WHEN pay.unreadable > 0 THEN 'gap'
            ELSE judge(paid_amount = pay.total) END AS verdict
FROM finance.refund_cases AS cases
LEFT JOIN pay
  ON pay.who = norm_text(cases.person)
 AND pay.pay_month = cases.pay_month
 AND pay.pay_item = norm_text(cases.pay_item)
WHERE cases.pay_month IS NOT NULL
