WITH project AS (
  SELECT norm_text(project_no) AS id,
         list(_row ORDER BY _row) AS ledger_rows,
         any_value(project_no) AS project_no,
         any_value(project_name) AS project_name,
         any_value(norm_text(contract_no)) AS contract_no,
         max(budget_amount) AS budget_amount,
         max(contract_amount) AS contract_amount,
         max(change_amount) AS change_amount,
         max(contract_amount) + coalesce(max(change_amount), 0) AS ceiling,
         max(completed_value) AS completed_value,
         max(settlement_amount) AS settlement_amount,
         min(settlement_date) AS settlement_date,
         min(contract_date) AS contract_date,
         max(retained) AS retained,
         string_agg(remarks, '；') AS remarks,
         coalesce(sum(pay_amount), 0) AS paid,
         coalesce(sum(pay_amount) FILTER (pay_kind = '预付款'), 0) AS prepaid,
         -- A payment that has a date but no readable sum.
         count(*) FILTER (pay_amount IS NULL AND pay_date IS NOT NULL) > 0 AS unknown,
         max(pay_date) FILTER (pay_amount > 0) AS last_paid,
         bool_or(in_period(contract_date) OR in_period(pay_date) OR in_period(settlement_date))
           OR count(contract_date) + count(pay_date) + count(settlement_date) = 0 AS within
  FROM finance.works_ledger
  GROUP BY norm_text(project_no)
), current AS (
  SELECT * FROM project WHERE within
), payment AS (
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
