WITH withheld AS (
  SELECT norm_text(contract_no) AS number,
         _row,
         pay_date,
         retained,
         acceptance_date
  FROM finance.works_ledger
  WHERE retained > 0
    AND pay_kind = '进度款'
),
works AS (
  SELECT norm_text(contract_no) AS number,
         min(acceptance_date) AS acceptance_date
  FROM finance.works_ledger
  GROUP BY norm_text(contract_no)
)
SELECT list_concat([deposit._row], list(withheld._row ORDER BY withheld._row)) AS _rows,
       deposit.number AS key,
       any_value(deposit.contract_no) AS contract_no,
       any_value(title) AS title,
       any_value(deposit_returned) AS returned,
       min(withheld.pay_date) AS withheld_on,
       max(withheld.retained) AS retained,
       max(withheld.retained) AS amount,
       min(withheld.pay_date) AS fact_date,
       -- Held on the day of a progress payment before acceptance.
       CASE WHEN bool_or(withheld.pay_date < coalesce(works.acceptance_date, DATE '9999-12-31')
                         AND withheld.pay_date < coalesce(deposit_returned, DATE '9999-12-31')) THEN 'violation'
            WHEN count(*) > count(withheld.pay_date) THEN 'gap'
            ELSE 'ok' END AS verdict
FROM deposit
JOIN withheld ON withheld.number = deposit.number
LEFT JOIN works ON works.number = deposit.number
WHERE sort = 'bond'
  AND deposit_amount > 0
GROUP BY deposit._row, deposit.number
