WITH shown AS (
  -- Words open to the public: what the record quotes, and papers marked for the public.
  SELECT _row, title, kind || '《' || title || '》' AS place, body AS words
  FROM rectification.publication
  WHERE kind IN ('社会公开', '网站', '公示栏')
  UNION ALL
  SELECT paragraph._row, paper.title, '《' || paper.title || '》第' || paragraph.number || '段' AS place, paragraph.text AS words
  FROM core.paragraphs AS paragraph
  JOIN rectification.report_document AS paper ON paper._row >> 32 = paragraph._row >> 32
  WHERE paper.audience = '社会公开'
     OR (paper.audience IS NULL AND contains(paper.title, '公开'))
),
named AS (
  SELECT *, regexp_extract(words, '(给予|对)([一-龥]{2,4}?)(同志)?(进行)?(给予)?(党内|政务|行政)?(严重)?(警告|记过|记大过|降级|撤职|开除|诫勉|谈话提醒|批评教育)', 0) AS leak,
         regexp_extract(words, '(给予|对)([一-龥]{2,4}?)(同志)?(进行)?(给予)?(党内|政务|行政)?(严重)?(警告|记过|记大过|降级|撤职|开除|诫勉|谈话提醒|批评教育)', 2) AS person
  FROM shown
)
SELECT _row, place, place AS key, leak,
       CASE WHEN words IS NULL THEN 'gap'
            ELSE judge(person = '' OR regexp_matches(person, '党|政务|行政|人员|责任|有关|相关|单位|负责|干部|同志|分管|股|科|所|领导|通报|其|严肃|口头|书面|上述|涉')) END AS verdict
FROM named
