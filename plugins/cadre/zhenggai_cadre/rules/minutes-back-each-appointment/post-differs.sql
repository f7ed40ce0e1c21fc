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
issued AS (
  SELECT *, norm_name(name) AS person
  FROM cadre.appointment_documents
  WHERE (action <> '正式任职') IS NOT FALSE
    AND in_period(doc_date) IS NOT FALSE
    -- What the county committee issues needs no decision of the bureau.
    AND NOT coalesce(list_bool_or(list_transform(CAST($superior_prefixes AS VARCHAR[]),
          lambda words: contains(norm_text(doc_no), words))), FALSE)
),
-- The nearest earlier meeting whose personnel item names the person.
decided AS (
  SELECT issued._row, document, meeting_date, string_agg(sentence, '；' ORDER BY number, place) AS sentence
  FROM issued
  JOIN sentence ON meeting_date <= doc_date
    AND meeting_date >= doc_date - CAST($max_lag_days AS INTEGER)
    AND contains(sentence, person)
  GROUP BY issued._row, document, meeting_date
  QUALIFY row_number() OVER (PARTITION BY issued._row ORDER BY meeting_date DESC, document) = 1
),
compared AS (
  SELECT issued.*, document, meeting_date, sentence,
         list_distinct(string_split(regexp_replace(norm_text(post), '^.*(市场监督管理局|市场监管局|市监局)', ''), '')) AS wanted,
         list_distinct(string_split(replace(sentence, person, ''), '')) AS given
  FROM issued
  JOIN decided ON decided._row = issued._row
)
SELECT [_row, document] AS _rows, doc_no, doc_date, action, name, post, meeting_date, sentence,
       doc_date AS fact_date,
       -- At least six tenths of the characters of the post stand in what the meeting said of the person.
       CASE WHEN post IS NULL OR len(wanted) = 0 THEN 'gap'
            ELSE judge(10 * len(list_intersect(wanted, given)) >= 6 * len(wanted)) END AS verdict
FROM compared
