WITH -- The sentence of the minutes of that day need not be found: the word must stand in them.
meeting AS (
  SELECT meeting_date, list(_row) AS minutes, bool_or(contains(text, '破格')) AS said, count(text) AS texts
  FROM cadre.party_group_minutes
  GROUP BY meeting_date
)
SELECT list_prepend(_row, coalesce(minutes, [])) AS _rows, name, intended_post, decision_date,
       decision_date AS fact_date,
       CASE WHEN texts IS NULL OR texts = 0 THEN 'gap' ELSE judge(said) END AS verdict
FROM excepted
LEFT JOIN meeting ON meeting.meeting_date = decision_date
