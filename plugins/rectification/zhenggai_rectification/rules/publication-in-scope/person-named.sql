WITH named AS (
  SELECT *, regexp_extract(words, '(给予|对)([一-龥]{2,4}?)(同志)?(进行)?(给予)?(党内|政务|行政)?(严重)?(警告|记过|记大过|降级|撤职|开除|诫勉|谈话提醒|批评教育)', 0) AS leak,
         regexp_extract(words, '(给予|对)([一-龥]{2,4}?)(同志)?(进行)?(给予)?(党内|政务|行政)?(严重)?(警告|记过|记大过|降级|撤职|开除|诫勉|谈话提醒|批评教育)', 2) AS person
  FROM shown
)
SELECT _row, place, place AS key, leak,
       CASE WHEN words IS NULL THEN 'gap'
            ELSE judge(person = '' OR regexp_matches(person, '党|政务|行政|人员|责任|有关|相关|单位|负责|干部|同志|分管|股|科|所|领导|通报|其|严肃|口头|书面|上述|涉')) END AS verdict
FROM named
