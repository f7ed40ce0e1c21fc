WITH chosen AS (
  SELECT _row, name, norm_name(name) AS person, intended_post, decision_date
  FROM cadre.selection_register
  WHERE kind IN ('提拔', '进一步使用')
    AND in_period(decision_date) IS NOT FALSE
),
demanded AS (
  SELECT paper,
         -- A paper is known by its usual names; one that the unit adds, by its own.
         CASE paper WHEN '工作方案' THEN '方案'
                    WHEN '民主推荐结果' THEN '民主推荐'
                    WHEN '考察材料' THEN '考察(材料|报告)'
                    WHEN '廉洁自律意见' THEN '廉洁自律|廉政意见'
                    WHEN '档案审核表' THEN '档案.*审核'
                    WHEN '党组会议记录' THEN '党组会'
                    WHEN '任前公示' THEN '公示'
                    WHEN '任免文件' THEN '任免(职)?(文件|的?通知|决定)|任职(的?通知|文件|决定)'
                    WHEN '任职谈话记录' THEN '(任职|任前|廉政)谈话'
                    ELSE regexp_escape(paper) END AS pattern
  FROM (SELECT unnest($papers) AS paper)
),
documents AS (
  SELECT _row, path, title, text, CAST(NULL AS DATE) AS held_on FROM cadre.dossier_papers
  UNION ALL
  SELECT _row, path, '任前公示', text, NULL FROM cadre.publicity_notices
  UNION ALL
  SELECT _row, path, '党组会议记录', text, meeting_date FROM cadre.party_group_minutes
),
known AS (
  SELECT paper, documents._row AS document, path, held_on,
         norm_text(concat_ws(' ', path, title, text)) AS words,
         length(coalesce(norm_text(text), '')) AS characters,
         regexp_matches(lower(path), '[.](pdf|jpe?g|png|tiff?)$') AS may_be_scan
  FROM documents
  JOIN demanded ON regexp_matches(norm_text(concat_ws(' ', regexp_extract(path, '[^/]*$'), title)), pattern)
  -- A text of a few words is an empty form; a picture without words is a paper nobody has read.
  WHERE length(coalesce(norm_text(text), '')) >= 30
     OR regexp_matches(lower(path), '[.](pdf|jpe?g|png|tiff?)$')
),
opinions AS (
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
