WITH -- Several appointed to one post after the ballot were voted for together.
filled AS (
  SELECT norm_text(intended_post) AS place, decision_date, count(DISTINCT norm_name(name)) AS appointed
  FROM cadre.selection_register
  WHERE kind = '提拔'
  GROUP BY ALL
),
grouped AS (
  SELECT list(ballot._row ORDER BY ballot._row) AS _rows,
         norm_text(post) AS place,
         any_value(post) AS post,
         round,
         round_date,
         count(*) AS candidates,
         count(votes) AS counted_rows,
         -- Abstentions may be given once for the ballot or repeated on each candidate's row.
         sum(votes) AS votes,
         sum(votes) + coalesce(max(abstain), 0) AS counted,
         CASE WHEN count(DISTINCT present) = 1 AND count(unread._row) = 0 THEN max(present) END AS present
  FROM ballot
  LEFT JOIN unread ON unread._row = ballot._row
  GROUP BY round, norm_text(post), round_date
),
seated AS (
  SELECT grouped.*, greatest(1, coalesce(max(appointed), 1)) AS seats
  FROM grouped
  LEFT JOIN filled ON filled.place = grouped.place
    AND filled.decision_date BETWEEN round_date AND add_months(round_date, 12)
  GROUP BY ALL
)
SELECT _rows,
       concat_ws('|', round, place, CAST(round_date AS VARCHAR)) AS key,
       post,
       round,
       round_date,
       candidates,
       counted,
       present,
       seats,
       round_date AS fact_date,
       CASE WHEN present IS NULL THEN 'gap'
            WHEN votes > present * seats THEN 'violation'
            WHEN counted_rows < candidates OR round_date IS NULL THEN 'gap'
            WHEN counted > present * seats THEN 'violation'
            ELSE 'ok' END AS verdict
FROM seated
WHERE candidates > 1
