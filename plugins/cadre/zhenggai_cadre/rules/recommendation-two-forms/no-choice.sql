WITH offered AS (
  SELECT norm_text(post) AS place,
         any_value(post) AS post,
         round_date,
         list(_row ORDER BY _row) AS _rows,
         count(DISTINCT norm_name(name)) AS candidates
  FROM cadre.recommendation_tally
  WHERE is_reference
    AND (round <> '民主测评') IS NOT FALSE
    AND in_period(round_date) IS NOT FALSE
  GROUP BY ALL
),
-- Several appointed to one post in the year the result is valid are several places.
filled AS (
  SELECT norm_text(intended_post) AS place, decision_date, count(DISTINCT norm_name(name)) AS appointed
  FROM cadre.selection_register
  WHERE kind = '提拔'
  GROUP BY ALL
),
counted AS (
  SELECT offered.place, offered.post, offered.round_date, offered._rows, candidates,
         greatest(1, coalesce(max(appointed), 1)) AS places
  FROM offered
  LEFT JOIN filled ON filled.place = offered.place
    AND filled.decision_date BETWEEN round_date AND add_months(round_date, $valid_months)
  GROUP BY ALL
),
unread AS (
  SELECT norm_text(post) AS place, round_date, count(*) AS cells
  FROM cadre.recommendation_tally AS tally
  JOIN core.unread AS unread ON unread._row = tally._row AND unread.field = 'is_reference'
  GROUP BY ALL
)
SELECT counted._rows,
       concat_ws('|', counted.place, CAST(counted.round_date AS VARCHAR)) AS key,
       post,
       counted.round_date,
       candidates,
       places,
       places + 1 AS needed,
       counted.round_date AS fact_date,
       CASE WHEN candidates > places THEN 'ok'
            WHEN counted.round_date IS NULL OR unread.cells > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM counted
LEFT JOIN unread ON unread.place = counted.place AND unread.round_date = counted.round_date
