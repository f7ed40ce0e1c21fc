WITH inspected AS (
  SELECT selected.*,
         coalesce(CAST(inspect_start AS VARCHAR), strftime(inspect_start_from, '%Y-%m')) AS inspected_on,
         coalesce(unread.fields, []) AS unread
  FROM cadre.selection_register AS selected
  LEFT JOIN (SELECT _row, list(field) AS fields FROM core.unread GROUP BY _row) AS unread
    ON unread._row = selected._row
  WHERE kind = '提拔'
    AND in_period(decision_date) IS NOT FALSE
    -- Without any inspection steps-in-order tells the missing step.
    AND (inspect_start_from IS NOT NULL OR list_contains(unread.fields, 'inspect_start'))
),
named AS (
  SELECT *,
         -- “组长：甲某；成员：乙某 丙某”: titles go, blanks part names as well, and “张 三” is one.
         list_filter(string_split_regex(regexp_replace(regexp_replace(coalesce(inspect_team, ''),
           '[（(][^）)]*[）)]', '', 'g'), '(考察组)?(副?组长|组员|成员|联络员)[：:]?', ' ', 'g'),
           '[、，,；;/\s\x{3000}]+'), lambda one: one <> '') AS words
  FROM inspected
),
related AS (
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
