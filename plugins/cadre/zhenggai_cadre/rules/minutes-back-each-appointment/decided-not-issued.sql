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
-- “任命甲某为…”“甲某同志任…”: what was caught counts only if it is the name of somebody known.
caught AS (
  SELECT document, meeting_date, norm_name(unnest(list_concat(
           regexp_extract_all(sentence, '任命?([\p{Han}·]{2,4}?)(?:同志)?为', 1),
           regexp_extract_all(sentence, '提拔([\p{Han}·]{2,4}?)(?:同志)?(?:为|任|担任)', 1),
           regexp_extract_all(sentence, '(?:^|[,:：、])([\p{Han}·]{2,4}?)(?:同志)?(?:,)?(?:试任|担任|任)', 1)))) AS person
  FROM sentence
),
known AS (
  SELECT norm_name(name) AS person FROM cadre.roster
  UNION SELECT norm_name(name) FROM cadre.selection_register
  UNION SELECT norm_name(name) FROM cadre.appointment_documents
),
decided AS (
  SELECT DISTINCT document, meeting_date, caught.person
  FROM caught
  SEMI JOIN known ON known.person = caught.person
  WHERE in_period(meeting_date) IS NOT FALSE
),
answered AS (
  SELECT document, decided.person,
         count(*) FILTER (doc_date BETWEEN meeting_date AND meeting_date + CAST($max_lag_days AS INTEGER)) AS issued,
         count(*) FILTER (doc_date IS NULL) AS undated
  FROM decided
  JOIN cadre.appointment_documents AS issue ON norm_name(issue.name) = decided.person
  GROUP BY ALL
),
registered AS (
  SELECT DISTINCT document, decided.person
  FROM decided
  JOIN cadre.selection_register AS selected ON norm_name(selected.name) = decided.person
    AND selected.decision_date = decided.meeting_date
)
SELECT decided.document AS _row,
       decided.person AS subject,
       decided.person AS person,
       meeting_date,
       meeting_date AS fact_date,
       meeting_date + CAST($max_lag_days AS INTEGER) AS due,
       CASE WHEN issued > 0 OR registered.person IS NOT NULL THEN 'ok'
            WHEN meeting_date IS NULL OR undated > 0 THEN 'gap'
            WHEN as_of() <= due THEN 'pending'
            ELSE 'violation' END AS verdict
FROM decided
LEFT JOIN answered ON answered.document = decided.document AND answered.person = decided.person
LEFT JOIN registered ON registered.document = decided.document AND registered.person = decided.person
