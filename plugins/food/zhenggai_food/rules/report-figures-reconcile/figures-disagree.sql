WITH sentence AS (
  SELECT paragraph._row,
         paragraph.document,
         least(coalesce(report.report_date, report.issued_on, as_of()), as_of()) AS reported,
         unnest(string_split_regex(norm_text(paragraph.text), '[。；;！]')) AS words
  FROM core.paragraphs AS paragraph
  JOIN food.rectification_report AS report ON report._row = paragraph.document
),
-- The words before a figure, the figure itself (perhaps masked), and 余 or 多 after it.
pattern(quantity, expression) AS (
  VALUES ('visits', '检查[^0-9*，,]{0,14}?((?:近|超过|超)?)([0-9][0-9,]*(?:\.[0-9]+)?万?|\*+|[Xx]+)((?:余|多)?)家次'),
    ('operators', '检查[^0-9*，,]{0,14}?((?:近|超过|超)?)([0-9][0-9,]*(?:\.[0-9]+)?万?|\*+|[Xx]+)((?:余|多)?)家(?:[^次]|$)'),
    ('cases', '(?:立案|查办案件|查处案件)[^0-9*，,]{0,6}?((?:近|超过|超)?)([0-9][0-9,]*(?:\.[0-9]+)?万?|\*+|[Xx]+)((?:余|多)?)(?:起|件|宗)'),
    ('plenary', '全体会议[^0-9*，,]{0,6}?((?:近|超过|超)?)([0-9][0-9,]*(?:\.[0-9]+)?万?|\*+|[Xx]+)((?:余|多)?)次'),
    ('joint', '联合检查[^0-9*，,]{0,6}?((?:近|超过|超)?)([0-9][0-9,]*(?:\.[0-9]+)?万?|\*+|[Xx]+)((?:余|多)?)次'),
    ('issues', '红黑榜[^0-9*，,]{0,8}?((?:近|超过|超)?)([0-9][0-9,]*(?:\.[0-9]+)?万?|\*+|[Xx]+)((?:余|多)?)期'),
    ('canteens', '((?:近|超过|超)?)([0-9][0-9,]*(?:\.[0-9]+)?万?|\*+|[Xx]+)((?:余|多)?)(?:家|所)(?:学校|中小学|幼儿园)[^0-9，,]{0,10}食堂'),
    ('trainings', '培训[^0-9*，,人]{0,8}?((?:近|超过|超)?)([0-9][0-9,]*(?:\.[0-9]+)?万?|\*+|[Xx]+)((?:余|多)?)(?:场|次|期)'),
    ('trainees', '(?:培训|参训)[^0-9*，,]{0,10}?((?:近|超过|超)?)([0-9][0-9,]*(?:\.[0-9]+)?万?|\*+|[Xx]+)((?:余|多)?)人次'),
    ('examinees', '考试人数[^0-9*，,]{0,4}?((?:近|超过|超)?)([0-9][0-9,]*(?:\.[0-9]+)?万?|\*+|[Xx]+)((?:余|多)?)')
),
spoken AS (
  SELECT sentence.*,
         quantity,
         regexp_extract(words, expression, 1) AS before_it,
         regexp_extract(words, expression, 2) AS figure,
         regexp_extract(words, expression, 3) AS after_it,
         regexp_extract(words, '(20\d\d)年', 1) AS in_year,
         regexp_matches(words, '晨夕|守护') AS of_campaign
  FROM sentence
  CROSS JOIN pattern
  WHERE regexp_matches(words, expression)
),
claim AS (
  SELECT *,
         before_it || figure || after_it AS claimed,
         TRY_CAST(replace(replace(figure, ',', ''), '万', '') AS DECIMAL(18, 2)) * CASE WHEN ends_with(figure, '万') THEN 10000 ELSE 1 END AS number,
         -- “2025年以来” and “2025年” say their own span; else it runs from the inspection's feedback to the report.
         CASE WHEN in_year <> '' THEN make_date(TRY_CAST(in_year AS INTEGER), 1, 1)
              ELSE day_in($feedback_date) END AS first_day,
         CASE WHEN in_year <> '' AND NOT regexp_matches(words, '年以来')
              THEN least(make_date(TRY_CAST(in_year AS INTEGER), 12, 31), reported)
              ELSE reported END AS last_day
  FROM spoken
)
SELECT list(DISTINCT _row ORDER BY _row) AS _rows,
       concat_ws('|', document, quantity, of_campaign, first_day, last_day) AS key,
       CASE quantity WHEN 'visits' THEN '检查家次' WHEN 'operators' THEN '检查家数' WHEN 'cases' THEN '立案数'
                     WHEN 'plenary' THEN '全体会议次数' WHEN 'joint' THEN '联合检查次数' WHEN 'issues' THEN '红黑榜期数'
                     WHEN 'canteens' THEN '食堂家数' WHEN 'trainings' THEN '培训场次' WHEN 'trainees' THEN '参训人次'
                     ELSE '考试人数' END AS quantity,
       string_agg(DISTINCT claimed, '、' ORDER BY claimed) AS figures,
       CASE WHEN count(DISTINCT number) FILTER (before_it = '' AND after_it = '') > 1 THEN 'violation'
            WHEN count(number) < count(*) THEN 'gap'
            ELSE 'ok' END AS verdict
FROM claim
GROUP BY document, quantity, of_campaign, first_day, last_day
