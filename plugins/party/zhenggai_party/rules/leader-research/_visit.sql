SELECT _row, date, coalesce(days, 1) AS days, unit, issues, resolved, leader,
       norm_name(unnest(CASE WHEN len(split_names(leader)) = 0 THEN [NULL] ELSE split_names(leader) END)) AS person
FROM party.research_visits
