SELECT _row, branch, date, base, coalesce(vote_present, present) AS vote_present, host AS owner, date AS fact_date,
       CASE WHEN base_from IS NULL THEN 'gap'
            -- All present are at least as many as those entitled.
            WHEN 2 * coalesce(vote_present, present) <= base_from THEN 'violation'
            WHEN 2 * vote_present > base THEN 'ok'
            ELSE 'gap' END AS verdict
FROM base
