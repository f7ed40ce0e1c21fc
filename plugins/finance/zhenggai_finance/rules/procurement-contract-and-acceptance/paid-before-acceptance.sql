WITH early AS (
  SELECT contract.number,
         list(paid._row ORDER BY paid._row) AS pay_rows,
         sum(paid.amount) FILTER ((paid.pay_date < contract.accept_date) IS NOT FALSE) AS total,
         sum(paid.amount) FILTER ((paid.pay_date < contract.accept_date) IS NOT FALSE AND paid.progress IS DISTINCT FROM TRUE) AS plain,
         count(*) > count(paid.amount) AS unknown
  FROM contract
  JOIN paid ON paid.number = contract.number
  GROUP BY contract.number
),
listed AS (
  SELECT contract.number,
         count(*) AS days,
         count(*) FILTER (day.pay_date < contract.accept_date) AS early_days
  FROM contract
  JOIN day ON day.number = contract.number
  GROUP BY contract.number
),
judged AS (
  SELECT contract.*,
         pay_rows,
         early.number IS NOT NULL AS by_payment,
         early.unknown AS unknown,
         coalesce(early.plain, 0) AS plain,
         -- Without payments at hand the ledger's own sum and dates speak.
         CASE WHEN early.number IS NOT NULL THEN coalesce(early.total, 0)
              WHEN contract.paid_amount = 0 THEN 0
              WHEN contract.accept_date IS NULL THEN contract.paid_amount
              WHEN listed.early_days = 0 THEN 0
              WHEN listed.early_days = listed.days THEN contract.paid_amount END AS early
  FROM contract
  LEFT JOIN early ON early.number = contract.number
  LEFT JOIN listed ON listed.number = contract.number
)
SELECT list_concat([_row], coalesce(pay_rows, [])) AS _rows,
       number AS key,
       contract_no,
       supplier,
       judged.amount AS contract_amount,
       accept_date,
       early,
       round(judged.amount * CASE WHEN by_payment AND plain <= judged.amount * $prepay_cap THEN $progress_cap ELSE $prepay_cap END, 2) AS allowed,
       early - allowed AS amount,
       sign_date AS fact_date,
       CASE WHEN unknown THEN 'gap'
            ELSE judge(early <= allowed) END AS verdict
FROM judged
WHERE in_period(sign_date) IS NOT FALSE
  AND parent IS NULL
  AND (by_payment OR paid_amount IS NOT NULL OR paid_dates IS NOT NULL)
