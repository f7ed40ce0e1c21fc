SELECT _row, branch, due_from AS due_shown, term_actual_from AS actual, extension_doc, approved,
       secretary AS owner, term_actual_from AS fact_date,
       CASE WHEN due_from IS NULL THEN 'gap'
            WHEN term_actual_from >= due_to - $early_days AND term_actual_to <= due_from THEN 'ok'
            WHEN term_actual_from > add_months(due_to, $max_extend)
              OR term_actual_to < add_months(due_from, -$max_extend) THEN 'violation'
            WHEN NOT has_paper AND approved IS NULL
              AND (term_actual_from > due_to OR term_actual_to < due_from - $early_days) THEN 'violation'
            -- Delay: approved before the term ended. Early: approved before the election.
            WHEN term_actual_from > due_to AND approved > due_to THEN 'violation'
            WHEN term_actual_to < due_from - $early_days AND approved > term_actual_to THEN 'violation'
            WHEN term_actual_to <= add_months(due_from, $max_extend) AND term_actual_from >= due_to AND approved <= due_from THEN 'ok'
            WHEN term_actual_to <= due_from AND term_actual_from >= add_months(due_to, -$max_extend) AND approved <= term_actual_from THEN 'ok'
            ELSE 'gap' END AS verdict
FROM board
WHERE term_actual_from IS NOT NULL
