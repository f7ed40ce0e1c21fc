SELECT _row,
       label AS subject,
       name,
       risk_grade,
       label AS year,
       done,
       required,
       last_day AS due,
       last_day AS fact_date,
       CASE WHEN required IS NULL THEN 'gap'
            WHEN done >= required THEN 'ok'
            WHEN NOT ended THEN 'pending'
            WHEN done + unclear >= required THEN 'gap'
            ELSE 'violation' END AS verdict
FROM counted
WHERE (SELECT count(risk_grade) FROM food.operator_register) > 0
  -- A key operator without any inspection is reported as such.
  AND NOT (key_operator AND ended AND visits + unclear = 0)
UNION ALL
-- A register without any grade is one question, not one for each operator.
SELECT min(_row), '风险等级', '名册没有一户填写风险等级', NULL, NULL, NULL, NULL, NULL, NULL, 'gap'
FROM food.operator_register
WHERE status IS NULL OR status = '在营'
HAVING count(*) > 0 AND (SELECT count(risk_grade) FROM food.operator_register) = 0
