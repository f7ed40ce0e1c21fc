WITH current AS (
  SELECT * FROM project WHERE within
),
named AS (
  SELECT project.id,
         payment._row AS pay_row,
         payment.amount
  FROM finance.payment_detail AS payment
  JOIN project
    ON contains(norm_text(payment.purpose), norm_text(project.project_name))
    OR contains(norm_text(payment.purpose), project.contract_no)
    OR norm_text(payment.project) = norm_text(project.project_name)
),
treasury AS (
  SELECT id,
         list(pay_row ORDER BY pay_row) AS pay_rows,
         sum(amount) AS treasury,
         count(*) > count(amount) AS unclear
  FROM named
  GROUP BY id
)
SELECT list_concat(ledger_rows, coalesce(pay_rows, [])) AS _rows,
       current.id AS key,
       project_no,
       project_name,
       paid,
       treasury,
       paid - treasury AS difference,
       abs(difference) AS amount,
       last_paid AS fact_date,
       CASE WHEN unknown OR unclear THEN 'gap'
            ELSE judge(abs(difference) < 0.01) END AS verdict
FROM current
LEFT JOIN treasury ON treasury.id = current.id
WHERE paid <> 0
   OR unknown
   OR treasury IS NOT NULL
