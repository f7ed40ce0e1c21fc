SELECT _row, name, intended_post, inspect_team,
       greatest(
         len(list_distinct(list_filter(words, lambda one: len(one) > 1)))
           + len(list_filter(words, lambda one: len(one) = 1)) // 2,
         coalesce(TRY_CAST(regexp_extract(inspect_team, '等([0-9]+)人', 1) AS INTEGER), 0)) AS members,
       decision_date AS fact_date,
       CASE WHEN inspect_team IS NULL THEN 'gap' ELSE judge(members >= $team_min) END AS verdict
FROM named
