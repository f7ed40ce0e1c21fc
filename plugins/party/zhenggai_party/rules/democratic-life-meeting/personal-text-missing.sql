WITH -- Members of the party group by the roster of members.
member AS (
  SELECT _row AS member_row, name
  FROM party.members
  WHERE regexp_matches(norm_text(post), '党组(书记|副书记|成员)')
    AND NOT regexp_matches(norm_text(post), '原党组')
),
text AS (
  SELECT meeting_kind, for_year, _row, concat_ws(' ', speaker, headed) AS said
  FROM paper
  WHERE paper_kind = '个人对照检查材料'
),
found AS (
  SELECT member.name, text.meeting_kind, text.for_year, min(text._row) AS _row
  FROM member
  JOIN text ON contains(text.said, member.name)
  GROUP BY ALL
)
SELECT list_filter([meeting.papers[1], found._row], lambda one: one IS NOT NULL) AS _rows,
       named || '|' || member.name AS key, named, member.name AS who, member.name AS owner, held AS fact_date,
       CASE WHEN found._row IS NOT NULL THEN 'ok'
            WHEN EXISTS (SELECT 1 FROM text WHERE text.meeting_kind = meeting.meeting_kind AND text.for_year = meeting.for_year
                         AND NOT EXISTS (SELECT 1 FROM member WHERE contains(text.said, member.name))) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM meeting
CROSS JOIN member
LEFT JOIN found ON found.name = member.name AND found.meeting_kind = meeting.meeting_kind AND found.for_year = meeting.for_year
UNION ALL
-- Without names of the members the number of texts must do.
SELECT meeting.papers[1:1], named || '|人数', named,
       concat(expected - personal_texts, '名班子成员'), NULL, held,
       judge(personal_texts >= expected)
FROM meeting
WHERE NOT EXISTS (SELECT 1 FROM member)
