WITH ranked AS (
  SELECT *,
         rank() OVER same AS competition,
         dense_rank() OVER same AS dense,
         count(*) OVER (PARTITION BY round, norm_text(post), round_date)
           - count(votes) OVER (PARTITION BY round, norm_text(post), round_date) AS unknown
  FROM cadre.recommendation_tally
  WHERE (round <> '民主测评') IS NOT FALSE
    AND in_period(round_date) IS NOT FALSE
  WINDOW same AS (PARTITION BY round, norm_text(post), round_date ORDER BY votes DESC NULLS LAST)
)
SELECT ranked._row,
       name,
       post,
       round,
       round_date,
       votes,
       ranked."rank" AS rank_given,
       competition AS rank_due,
       round_date AS fact_date,
       CASE WHEN unknown > 0 OR round_date IS NULL THEN 'gap'
            -- Ties share a rank; the next is then either the following number or the one after the ties.
            ELSE judge(ranked."rank" IN (competition, dense)) END AS verdict
FROM ranked
LEFT JOIN core.unread AS unread ON unread._row = ranked._row AND unread.field = 'rank'
WHERE ranked."rank" IS NOT NULL OR unread.field IS NOT NULL
