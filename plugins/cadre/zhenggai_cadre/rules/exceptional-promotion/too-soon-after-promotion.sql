SELECT list_filter([excepted._row, earlier_row], lambda one: one IS NOT NULL) AS _rows,
       name, intended_post, decision_date,
       coalesce(CAST(earlier_decision AS VARCHAR), strftime(current_post_since, '%Y-%m')) AS promoted_on,
       decision_date AS fact_date,
       CASE WHEN earlier_row IS NOT NULL THEN judge(decision_date >= add_months(earlier_decision, $min_months_in_post))
            -- The register knows only the month: the first and the last day of it may be meant.
            WHEN decision_date < add_months(current_post_since, $min_months_in_post) THEN 'violation'
            WHEN decision_date >= add_months(last_day(current_post_since), $min_months_in_post) THEN 'ok'
            ELSE 'gap' END AS verdict
FROM excepted
LEFT JOIN earlier ON earlier._row = excepted._row
-- Promotion within probation is told by probation-one-year.
WHERE earlier_row IS NULL OR earlier_formal <= decision_date
