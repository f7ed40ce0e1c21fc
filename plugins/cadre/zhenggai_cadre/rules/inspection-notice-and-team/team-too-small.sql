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
)
SELECT _row, name, intended_post, inspect_team,
       greatest(
         len(list_distinct(list_filter(words, lambda one: len(one) > 1)))
           + len(list_filter(words, lambda one: len(one) = 1)) // 2,
         coalesce(TRY_CAST(regexp_extract(inspect_team, '等([0-9]+)人', 1) AS INTEGER), 0)) AS members,
       decision_date AS fact_date,
       CASE WHEN inspect_team IS NULL THEN 'gap' ELSE judge(members >= $team_min) END AS verdict
FROM named
