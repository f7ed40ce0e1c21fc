WITH headed AS (
  SELECT meeting.*,
         norm_name(regexp_replace(regexp_replace(norm_text(chair), '[(（].*$', ''), '^.*(书记|成员|局长|组长|主任)', '')) AS head
  FROM meeting
),
compared AS (
  SELECT headed._row, headed.meeting_date, headed.chair, own.at AS own_at,
         string_agg(said.person, '、' ORDER BY said.at) FILTER (said.at > own.at) AS after,
         count(said.person) AS speakers
  FROM headed
  LEFT JOIN said AS own ON own.document = headed._row AND own.person = headed.head
  LEFT JOIN said ON said.document = headed._row
  GROUP BY ALL
)
SELECT _row, meeting_date, chair, after, meeting_date AS fact_date,
       CASE WHEN chair IS NULL OR own_at IS NULL THEN 'gap' ELSE judge(after IS NULL) END AS verdict
FROM compared
-- Where nobody's opinion is recorded the other aspects tell it.
WHERE speakers > 0
