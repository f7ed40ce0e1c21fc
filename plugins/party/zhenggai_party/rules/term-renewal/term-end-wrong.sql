SELECT _row, branch, term_start_from AS started, term_years, due_from AS computed, term_due_from AS entered,
       secretary AS owner, term_start_from AS fact_date,
       CASE WHEN due_from > term_due_to OR due_to < term_due_from THEN 'violation'
            WHEN due_from = term_due_from AND due_to = term_due_to THEN 'ok'
            ELSE 'gap' END AS verdict
FROM board
WHERE old_term IS NOT TRUE
  AND (term_due_from IS NOT NULL OR _row IN (SELECT _row FROM core.unread WHERE field = 'term_due'))
