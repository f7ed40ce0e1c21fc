SELECT _row, branch, date, expected, present, vote_present, votes_for, host AS owner, date AS fact_date,
       CASE WHEN votes_for > vote_present OR votes_for > present OR vote_present > present OR present > expected OR vote_present > vote_base THEN 'violation'
            WHEN votes_for IS NULL OR present IS NULL OR expected IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM base
