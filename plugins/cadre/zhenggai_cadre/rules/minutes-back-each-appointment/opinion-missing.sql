WITH line AS (
  SELECT document, number, norm_text(text) AS words,
         "level" > 0 OR regexp_matches(norm_text(text), '^([一二三四五六七八九十]+、|议题[一二三四五六七八九十0-9]|第[一二三四五六七八九十]+项)') AS is_head
  FROM core.paragraphs
  WHERE evidence = 'cadre.party_group_minutes'
),
-- Each line belongs to the heading above it; what stands before the first is the list of attendees.
item AS (
  SELECT document, number, words,
         count(*) FILTER (is_head) OVER (PARTITION BY document ORDER BY number) AS item,
         bool_or(is_head) OVER (PARTITION BY document) AS headed
  FROM line
),
personnel AS (
  SELECT item.document, item.number, item.words
  FROM item
  JOIN (SELECT document, item
        FROM item
        GROUP BY document, item
        HAVING regexp_matches(string_agg(words, ' '), '干部|任免|人事|职级')) AS about
    ON about.document = item.document AND about.item = item.item
  WHERE (item.item > 0 OR NOT headed)
    AND NOT regexp_matches(words, '^(会议时间|时间|出席|参会|到会|缺席|请假|列席|主持|记录|地点|会议届次|会次)')
),
sentence AS (
  SELECT document, number, meeting_date, place, one AS sentence
  FROM (SELECT document, number, unnest(string_split_regex(words, '[。;；]')) AS one,
               generate_subscripts(string_split_regex(words, '[。;；]'), 1) AS place
        FROM personnel) AS split
  JOIN cadre.party_group_minutes AS minutes ON minutes._row = split.document
  WHERE one <> ''
),
member AS (
  SELECT _row AS document, meeting_date,
         unnest(list_distinct(list_filter(list_transform(split_names(attendees), lambda one: norm_name(regexp_replace(regexp_replace(one,
           '^.*(书记|成员|局长|组长|工程师|主任)', ''), '同志$', ''))), lambda one: len(one) > 1))) AS person
  FROM cadre.party_group_minutes
  WHERE in_period(meeting_date) IS NOT FALSE
),
-- An opinion stands in the sentence that names the member.
said AS (
  SELECT member.document, member.person, max(number * 1000 + place) AS at
  FROM member
  JOIN sentence ON sentence.document = member.document
    AND contains(sentence, member.person)
    AND regexp_matches(sentence, '同意|缓议|赞成|反对')
  GROUP BY ALL
),
meeting AS (
  SELECT minutes._row, minutes.meeting_date, minutes.chair, minutes.attendees,
         bool_or(regexp_matches(sentence, '(全体|一致|与会|到会)[^,，。]{0,8}(同意|通过)')) AS blanket
  FROM cadre.party_group_minutes AS minutes
  JOIN sentence ON sentence.document = minutes._row
  WHERE in_period(minutes.meeting_date) IS NOT FALSE
  GROUP BY ALL
),
silent AS (
  SELECT member.document, string_agg(member.person, '、' ORDER BY member.person) AS silent
  FROM member
  ANTI JOIN said ON said.document = member.document AND said.person = member.person
  GROUP BY member.document
)
SELECT _row, meeting_date, silent, meeting_date AS fact_date,
       CASE WHEN attendees IS NULL OR meeting_date IS NULL THEN 'gap' ELSE judge(silent IS NULL) END AS verdict
FROM meeting
LEFT JOIN silent ON silent.document = meeting._row
WHERE NOT blanket
