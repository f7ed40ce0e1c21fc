SELECT _row AS tally, norm_name(name) AS person, norm_text(post) AS post, round, round_date
FROM cadre.recommendation_tally
WHERE (round <> '民主测评') IS NOT FALSE
