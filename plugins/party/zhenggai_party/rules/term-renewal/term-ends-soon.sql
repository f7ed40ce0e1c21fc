SELECT _row, branch, due_from AS due_shown, secretary AS owner, due_from AS fact_date,
       CASE WHEN due_from IS NULL THEN 'gap'
            WHEN as_of() >= add_months(due_from, -6) THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM board
WHERE term_actual_from IS NULL
  AND coalesce(as_of() <= due_to, TRUE)
