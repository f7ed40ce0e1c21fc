WITH window_sum AS (
  SELECT *,
         sum(estimate) OVER near AS together,
         count(*) OVER near AS times,
         list(contract_row) OVER near AS contract_rows,
         array_to_string(list(contract_no) OVER near, '、') AS contracts,
         count(*) OVER near > count(estimate) OVER near OR bool_or(method IS NULL) OVER near AS unknown
  FROM lined
  WHERE sort_name IS NOT NULL
    AND (estimate < line) IS NOT FALSE
    AND tendered IS NOT TRUE
    AND NOT excepted
    AND sign_date IS NOT NULL
  WINDOW near AS (
    PARTITION BY id, sort_name
    ORDER BY sign_date
    RANGE BETWEEN INTERVAL (CAST($split_days AS INTEGER)) DAY PRECEDING AND CURRENT ROW)
),
worst AS (
  SELECT id,
         sort_name,
         max_by(contract_rows, coalesce(together, 0) + times * 0.001) AS contract_rows,
         max_by(contracts, coalesce(together, 0) + times * 0.001) AS contracts,
         max_by(times, coalesce(together, 0) + times * 0.001) AS times,
         max(together) AS together,
         any_value(line) AS line,
         any_value(project_no) AS project_no,
         any_value(project_name) AS project_name,
         bool_or(unknown) AS unknown,
         bool_or(bound_to_tender IS NULL) AS unclear_scope,
         max(sign_date) AS sign_date
  FROM window_sum
  GROUP BY id, sort_name
)
SELECT contract_rows AS _rows,
       concat_ws('|', id, sort_name) AS key,
       project_no,
       project_name,
       sort_name,
       times,
       together,
       line,
       contracts,
       together AS amount,
       sign_date AS fact_date,
       CASE WHEN together >= line AND times > 1 AND NOT unclear_scope AND NOT unknown THEN 'violation'
            WHEN (together >= line AND times > 1) OR unknown THEN 'gap'
            ELSE 'ok' END AS verdict
FROM worst
WHERE in_period(sign_date) IS NOT FALSE
