WITH current AS (
  SELECT * FROM project WHERE within
),
award AS (
  SELECT norm_text(contract_no) AS contract_no,
         list(_row ORDER BY _row) AS award_rows,
         CASE WHEN count(*) = count(amount) THEN sum(amount) END AS amount
  FROM finance.procurement_ledger
  GROUP BY norm_text(contract_no)
)
SELECT list_concat(ledger_rows, award_rows) AS _rows,
       id AS key,
       project_no,
       project_name,
       contract_amount,
       award.amount AS award_amount,
       contract_amount - award.amount AS difference,
       abs(difference) AS amount,
       contract_date AS fact_date,
       judge(abs(difference) < 0.01) AS verdict
FROM current
JOIN award ON award.contract_no = current.contract_no
