SELECT _row, branch, date, base, votes_for, host AS owner, date AS fact_date,
       CASE WHEN 2 * votes_for <= base_from THEN 'violation'
            WHEN 2 * votes_for > base THEN 'ok'
            ELSE 'gap' END AS verdict
FROM base
