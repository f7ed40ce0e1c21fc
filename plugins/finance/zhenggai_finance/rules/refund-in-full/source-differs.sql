WITH source AS (
  SELECT norm_text(number) AS number,
         sum(amount) AS total,
         list(amount) AS lines,
         count(*) - count(amount) AS unreadable
  FROM (
    SELECT amount,
           unnest(list_distinct([norm_text(form_no), norm_text(voucher_no)])) AS number
    FROM finance.reimbursement_register
  )
  WHERE number IS NOT NULL
  GROUP BY ALL
), cases AS (
  SELECT *,
         sum(paid_amount) OVER (PARTITION BY norm_text(source_no)) AS together
  FROM finance.refund_cases
)
-- A form may hold lawful lines as well: the sum listed may be one line, or the cases of one form together.
SELECT cases._row,
       case_id,
       person,
       source_no,
       paid_amount,
       source.total AS source_sum,
       abs(paid_amount - source.total) AS amount,
       person AS owner,
       CASE WHEN paid_amount IS NULL OR source.total IS NULL OR source.unreadable > 0 THEN 'gap'
            ELSE judge(paid_amount = source.total OR together = source.total OR list_contains(source.lines, paid_amount))
            END AS verdict
FROM cases
LEFT JOIN source ON source.number = norm_text(cases.source_no)
WHERE pay_month IS NULL
