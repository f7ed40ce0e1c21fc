WITH tally AS (
  SELECT count(DISTINCT norm_text(station)) AS stations,
         count(*) FILTER (has_organization) AS organizations,
         round(100.0 * count(*) FILTER (has_organization AND full_members >= $own_branch)
           / nullif(count(*) FILTER (full_members >= $own_branch), 0), 2) AS coverage,
         count(*) FILTER (organized IS NULL AND org_form IS NULL) AS unclear
  FROM business
  WHERE NOT gone
),
sentence AS (
  SELECT paragraph._row,
         unnest(string_split_regex(norm_text(paragraph.text), '[。;；]')) AS words
  FROM core.paragraphs AS paragraph
  JOIN rectification.report_document AS report ON report._row = paragraph.document
),
claim AS (
  SELECT _row, words, unnest([
    {'what': '指导站', 'figure': regexp_extract(words, '指导站[^0-9，,]{0,4}([0-9]+)个|([0-9]+)个[^0-9，,]{0,10}指导站', 1) || regexp_extract(words, '指导站[^0-9，,]{0,4}([0-9]+)个|([0-9]+)个[^0-9，,]{0,10}指导站', 2)},
    {'what': '党组织', 'figure': regexp_extract(words, '(?:建立|组建)党组织[^0-9，,]{0,4}([0-9]+)个', 1)},
    {'what': '覆盖率', 'figure': regexp_extract(words, '覆盖率[^0-9，,]{0,4}([0-9]+[.]?[0-9]*)%', 1)}], recursive := TRUE)
  FROM sentence
  WHERE regexp_matches(words, '小个专|个体|私营|指导站')
)
SELECT claim._row, concat_ws('|', what, words) AS key, what, try_cast(figure AS DECIMAL(18, 2)) AS said,
       CASE what WHEN '指导站' THEN stations WHEN '党组织' THEN organizations ELSE coverage END AS counted,
       CASE WHEN counted IS NULL OR (unclear > 0 AND what <> '指导站') THEN 'gap'
            WHEN abs(said - counted) > CASE what WHEN '覆盖率' THEN 0.5 ELSE 0 END THEN 'violation'
            -- A rate must say of what: of all businesses, or of those with three members.
            WHEN what = '覆盖率' AND NOT regexp_matches(words, '应建|党员') THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM claim
CROSS JOIN tally
WHERE figure <> ''
