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
),
staff AS (
  SELECT count(*) AS people
  FROM cadre.roster
  WHERE staff_type IN ('行政', '参公')
)
SELECT list_prepend(promoted._row, tallies) AS _rows,
       name,
       intended_post,
       CASE WHEN talks > 0 THEN '谈话推荐' WHEN meetings > 0 THEN '会议推荐' ELSE '形式不明' END AS forms,
       decision_date AS fact_date,
       CASE WHEN (talks > 0 AND meetings > 0) OR NOT $both_forms THEN 'ok'
            WHEN unknown > 0 THEN 'gap'
            WHEN $small_unit > 0 AND people = 0 THEN 'gap'
            WHEN people <= $small_unit AND people > 0 THEN 'ok'
            ELSE 'violation' END AS verdict
FROM promoted
JOIN matched ON matched._row = promoted._row
CROSS JOIN staff
