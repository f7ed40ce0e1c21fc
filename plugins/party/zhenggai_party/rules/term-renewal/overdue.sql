SELECT _row, branch, due_from AS due_shown, extension_doc, approved,
       secretary AS owner, due_from AS fact_date,
       CASE WHEN as_of() <= due_from THEN due_from ELSE add_months(due_from, $max_extend) END AS due,
       CASE WHEN _row IN (SELECT _row FROM core.unread WHERE field = 'term_actual') THEN 'gap'
            WHEN as_of() > add_months(due_to, $max_extend) THEN 'violation'
            WHEN as_of() <= due_from THEN 'ok'
            WHEN due_from IS NULL OR as_of() <= due_to THEN 'gap'
            WHEN NOT has_paper AND approved IS NULL THEN 'violation'
            WHEN approved > due_to THEN 'violation'
            WHEN approved <= due_from AND as_of() <= add_months(due_from, $max_extend) THEN 'pending'
            ELSE 'gap' END AS verdict
FROM board
WHERE term_actual_from IS NULL
