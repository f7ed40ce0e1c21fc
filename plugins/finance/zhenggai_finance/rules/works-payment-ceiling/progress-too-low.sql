WITH current AS (
  SELECT * FROM project WHERE within
),
payment AS (
  SELECT _row,
         norm_text(project_no) AS id,
         pay_date,
         pay_kind,
         completed_value,
         sum(pay_amount) OVER (PARTITION BY norm_text(project_no) ORDER BY pay_date RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS paid,
         bool_or(pay_amount IS NULL AND pay_date IS NOT NULL) OVER (PARTITION BY norm_text(project_no)) AS unknown
  FROM finance.works_ledger
)
SELECT payment._row AS _row,
       project_no,
       project_name,
       pay_date,
       payment.paid AS paid,
       payment.completed_value AS completed_value,
       round(payment.paid * 100 / nullif(payment.completed_value, 0), 1) AS ratio,
       round(payment.completed_value * $min_progress, 2) AS least,
       least - payment.paid AS amount,
       pay_date AS fact_date,
       CASE WHEN contract_date IS NULL OR payment.unknown OR pay_date IS NULL THEN 'gap'
            ELSE judge(payment.paid >= payment.completed_value * $min_progress) END AS verdict
FROM payment
JOIN project ON project.id = payment.id
WHERE pay_kind = '进度款'
  AND payment.completed_value IS NOT NULL
  AND in_period(pay_date) IS NOT FALSE
  -- The floor binds contracts signed from 1 August 2022.
  AND (contract_date >= DATE '2022-08-01') IS NOT FALSE
