SELECT *,
       count(*) OVER (PARTITION BY round, norm_text(post), round_date) AS candidates
FROM cadre.recommendation_tally
WHERE (round <> '民主测评') IS NOT FALSE
  AND in_period(round_date) IS NOT FALSE
