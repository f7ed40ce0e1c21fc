WITH member AS (
  SELECT DISTINCT norm_name(name) AS person, post_since
  FROM cadre.roster
  WHERE regexp_matches(norm_text(concat_ws(' ', post, unit)), '党组成员|党组书记|党组副书记')
),
meeting AS (
  SELECT DISTINCT decision_date
  FROM cadre.selection_register
  WHERE in_period(decision_date)
),
counted AS (
  SELECT decision_date,
         count(DISTINCT person) FILTER (post_since <= decision_date) AS sure,
         count(DISTINCT person) FILTER (post_since IS NULL OR post_since <= decision_date) AS most
  FROM meeting
  CROSS JOIN member
  GROUP BY decision_date
)
SELECT _row, name, intended_post, selected.decision_date, members_due, most AS on_roster,
       selected.decision_date AS fact_date,
       CASE WHEN members_due IS NULL OR most IS NULL OR most = 0 THEN 'gap'
            WHEN members_due BETWEEN sure AND most THEN CASE WHEN sure = most THEN 'ok' ELSE 'gap' END
            ELSE 'doubt' END AS verdict
FROM cadre.selection_register AS selected
LEFT JOIN counted ON counted.decision_date = selected.decision_date
WHERE in_period(selected.decision_date) IS NOT FALSE
