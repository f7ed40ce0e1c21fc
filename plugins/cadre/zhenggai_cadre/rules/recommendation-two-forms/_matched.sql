-- Results of this person for this post, whichever of the two writes the post more fully.
SELECT promoted._row,
       list(tally) AS tallies,
       count(*) FILTER (round = '谈话推荐') AS talks,
       count(*) FILTER (round = '会议推荐') AS meetings,
       count(*) FILTER (round IS NULL) AS unknown,
       max(round_date) AS last_date,
       count(*) FILTER (round_date IS NULL) AS undated
FROM promoted
JOIN result ON result.person = promoted.person
  AND (contains(post, wanted) OR contains(wanted, post)) IS NOT FALSE
  AND (round_date <= decision_date) IS NOT FALSE
GROUP BY promoted._row
