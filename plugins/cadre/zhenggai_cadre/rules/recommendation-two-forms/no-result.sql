WITH promoted AS (
  SELECT *, norm_name(name) AS person, norm_text(intended_post) AS wanted
  FROM cadre.selection_register
  WHERE kind = '提拔'
    AND in_period(decision_date) IS NOT FALSE
),
result AS (
  SELECT _row AS tally, norm_name(name) AS person, norm_text(post) AS post, round, round_date
  FROM cadre.recommendation_tally
  WHERE (round <> '民主测评') IS NOT FALSE
),
-- Results of this person for this post, whichever of the two writes the post more fully.
matched AS (
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
)
SELECT promoted._row,
       name,
       intended_post,
       decision_date AS fact_date,
       CASE WHEN matched._row IS NOT NULL THEN 'ok' ELSE 'violation' END AS verdict
FROM promoted
LEFT JOIN matched ON matched._row = promoted._row
LEFT JOIN (SELECT DISTINCT _row FROM core.unread WHERE field IN ('talk_rec_date', 'meet_rec_date')) AS ticked
  ON ticked._row = promoted._row
-- Where the register knows of no recommendation either, steps-in-order tells the missing step.
WHERE matched._row IS NOT NULL
   OR talk_rec_date_from IS NOT NULL
   OR meet_rec_date_from IS NOT NULL
   OR ticked._row IS NOT NULL
