WITH related AS (
  SELECT norm_name(name) AS one, norm_name(relative) AS other FROM cadre.relatives_register
  UNION
  SELECT norm_name(relative), norm_name(name) FROM cadre.relatives_register
),
members AS (
  SELECT DISTINCT _row, norm_name(name) AS person, norm_name(unnest(list_concat(words, split_names(inspect_team)))) AS member
  FROM named
),
caught AS (
  SELECT _row, string_agg(DISTINCT member, '、') AS relatives
  FROM members
  JOIN related ON related.one = members.person AND related.other = members.member
  GROUP BY _row
)
SELECT named._row, name, intended_post, relatives, decision_date AS fact_date,
       CASE WHEN inspect_team IS NULL THEN 'gap' ELSE judge(relatives IS NULL) END AS verdict
FROM named
LEFT JOIN caught ON caught._row = named._row
