WITH line AS (
  SELECT paragraph._row, norm_text(paragraph.text) AS words
  FROM core.paragraphs AS paragraph
  SEMI JOIN rectification.report_document AS report ON report._row = paragraph.document
  WHERE contains(paragraph.text, '轮岗')
),
stated AS (
  SELECT _row, words AS sentence,
         coalesce(nullif(regexp_extract(words, '轮岗[^0-9。；;]{0,12}?([0-9]+)余?(?:名|人)', 1), ''),
                  nullif(regexp_extract(words, '([0-9]+)余?(?:名|人)[^0-9。；;]{0,12}轮岗', 1), '')) AS figure
  FROM line
),
rotated AS (
  SELECT count(DISTINCT norm_name(name)) FILTER (in_period(until) AND rotated_to IS NOT NULL
           -- Another desk of the same section with the same duty is no rotation.
           AND NOT (contains(norm_text(rotated_to), norm_text(unit)) AND contains(norm_text(rotated_to), duty))) AS rotated,
         count(*) FILTER (in_period(until) AND rotated_to IS NULL) AS unclear
  FROM (SELECT *, regexp_replace(replace(norm_text(post), norm_text(unit), ''), '(人员|岗位|岗|员|负责人)$', '') AS duty FROM cadre.key_posts)
)
SELECT _row, sentence, CAST(figure AS INTEGER) AS claimed, rotated,
       CASE WHEN claimed = rotated THEN 'ok'
            WHEN claimed BETWEEN rotated AND rotated + unclear OR contains(sentence, '余') THEN 'gap'
            ELSE 'violation' END AS verdict
FROM stated
CROSS JOIN rotated
WHERE figure IS NOT NULL
