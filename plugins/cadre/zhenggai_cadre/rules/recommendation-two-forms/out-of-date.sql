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
-- The later of the two rounds counts; the register speaks where there is no tally.
dated AS (
  SELECT promoted.*,
         tallies,
         coalesce(last_date, greatest(talk_rec_date_from, meet_rec_date_from)) AS earliest,
         coalesce(last_date, greatest(talk_rec_date_to, meet_rec_date_to)) AS latest,
         coalesce(undated, 0) > 0 OR ticked._row IS NOT NULL AS unsure
  FROM promoted
  LEFT JOIN matched ON matched._row = promoted._row
  LEFT JOIN (SELECT DISTINCT _row FROM core.unread WHERE field IN ('talk_rec_date', 'meet_rec_date')) AS ticked
    ON ticked._row = promoted._row AND matched.last_date IS NULL
)
SELECT list_prepend(_row, coalesce(tallies, [])) AS _rows,
       name,
       intended_post,
       CASE WHEN earliest = latest THEN CAST(latest AS VARCHAR) ELSE strftime(latest, '%Y-%m') END AS recommended_on,
       decision_date,
       decision_date AS fact_date,
       -- On the anniversary itself the year is over.
       CASE WHEN decision_date IS NULL THEN 'gap'
            WHEN add_months(earliest, $valid_months) > decision_date THEN 'ok'
            WHEN unsure OR latest IS NULL THEN 'gap'
            WHEN add_months(latest, $valid_months) <= decision_date THEN 'violation'
            ELSE 'gap' END AS verdict
FROM dated
WHERE latest IS NOT NULL OR unsure
