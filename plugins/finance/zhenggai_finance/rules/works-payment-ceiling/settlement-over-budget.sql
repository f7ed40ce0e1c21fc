WITH current AS (
  SELECT * FROM project WHERE within
)
SELECT ledger_rows AS _rows,
       id AS key,
       project_no,
       project_name,
       settlement_amount,
       budget_amount,
       settlement_amount - budget_amount AS amount,
       settlement_date AS fact_date,
       CASE WHEN regexp_matches(remarks, '预算调整|调整预算|调整批复|追加预算') THEN 'ok'
            ELSE judge(settlement_amount <= budget_amount) END AS verdict
FROM current
WHERE settlement_date IS NOT NULL
