SELECT _row,
       report AS key,
       report,
       given,
       coalesce(done, 0) AS done,
       coalesce(basic, 0) AS basic,
       coalesce(still_open, 0) AS still_open,
       coalesce(done, 0) + CASE WHEN absorbed THEN 0 ELSE coalesce(basic, 0) END + coalesce(still_open, 0) AS added,
       CASE WHEN given IS NULL OR done IS NULL THEN 'gap'
            WHEN added > given THEN 'violation'
            WHEN added = given THEN 'ok'
            -- Only the done are told: what became of the rest is not said.
            WHEN basic IS NULL AND still_open IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM rectification.report_summary
WHERE totals_sentence <> ''
