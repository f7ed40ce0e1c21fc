WITH opinions AS (
  SELECT document, path, characters, words,
         regexp_extract(words, '(?:^|[^委检])书记[(]?(?:签字|签名|签章)?[)]?:(\p{Han}{2,4})', 1) AS secretary,
         regexp_extract(words, '纪[检委](?:监察)?(?:组)?(?:组长|负责人|委员|书记)[(]?(?:签字|签名|签章)?[)]?:(\p{Han}{2,4})', 1) AS discipline
  FROM known
  WHERE paper = '廉洁自律意见'
)
SELECT document AS _row,
       regexp_extract(path, '[^/]*$') AS file,
       -- What follows an empty line for a signature is the next heading or the date.
       CASE WHEN secretary = '' OR regexp_matches(secretary, '年|月|日|纪[检委]|书记|签') THEN '未见' ELSE secretary END AS signed_by_secretary,
       CASE WHEN discipline = '' OR regexp_matches(discipline, '年|月|日|书记|党[组委]|签') THEN '未见' ELSE discipline END AS signed_by_discipline,
       CASE WHEN characters < 30 THEN 'gap'
            WHEN signed_by_secretary = '未见' OR signed_by_discipline = '未见' THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM opinions
SEMI JOIN chosen ON characters < 30 OR contains(words, person)
