SELECT selected._row, name, intended_post, decision_date, members_due, members_present, votes_for, votes_against, votes_defer,
       decision_date AS fact_date,
       CASE WHEN members_present > members_due THEN 'violation'
            WHEN votes_for + coalesce(votes_against, 0) + coalesce(votes_defer, 0) > members_present THEN 'violation'
            WHEN votes_for + votes_against + votes_defer < members_present THEN 'violation'
            WHEN members_due IS NULL OR members_present IS NULL OR votes_for IS NULL OR unread._row IS NOT NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM cadre.selection_register AS selected
LEFT JOIN (SELECT DISTINCT _row FROM core.unread WHERE field IN ('votes_against', 'votes_defer')) AS unread
  ON unread._row = selected._row
WHERE in_period(decision_date) IS NOT FALSE
