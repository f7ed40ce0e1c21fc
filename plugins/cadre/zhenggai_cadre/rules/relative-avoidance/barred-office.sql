WITH declared AS (
  SELECT *, norm_name(name) AS person, norm_name(relative) AS other,
         regexp_replace(norm_text(relation), '^(系|是|为|本人|其|我)?(的|之)?', '') AS term
  FROM cadre.relatives_register
  WHERE nullif(norm_text(relative), '无') IS NOT NULL
),
-- Spouses; direct line; collaterals within three generations; near relatives by marriage.
scoped AS (
  SELECT *,
         CASE WHEN regexp_matches(term, '同学|战友|同乡|老乡|朋友|师生|师徒|同事|邻居|干(亲|爹|妈|儿|女|爸)|(表|堂)(侄|叔|姑|舅|姨|伯|婶|甥)') THEN FALSE
              WHEN regexp_full_match(term, '(夫妻|配偶|丈夫|妻子|爱人|夫|妻|前?妻|(外)?(祖父|祖母)|爷爷|奶奶|外公|外婆|姥姥|姥爷|父亲?|母亲?|[父母][子女]|儿子?|女儿?|子|[长次三独养继][子女]|(外)?孙子?女?|外孙)') THEN TRUE
              WHEN regexp_full_match(term, '(伯父?|叔叔?|叔父|姑姑|姑母|姑妈|舅舅|舅父|姨妈?|姨母|小姨|[堂表]?(兄|弟|姐|妹|哥)(哥|弟|姐|妹)?|[堂表]?兄妹|[堂表]?姐弟|[堂表]?(哥哥|弟弟|姐姐|妹妹)|兄弟姐妹|侄子?女?|侄儿|叔侄|姑侄|舅甥|外?甥女?|甥舅|(大|二|三|四|小)(伯|叔|姑|舅|姨))') THEN TRUE
              WHEN regexp_full_match(term, '(岳父|岳母|公公|婆婆|配偶(的|之)?(父亲?|母亲?|父母|兄弟?|姐妹?|哥哥|弟弟|姐姐|妹妹)|[大小]?舅子|内兄|内弟|妻(兄|弟|姐|妹)|[大小]姨子|[大小]伯子|[大小]叔子|[大小]姑子|连襟|妯娌|女婿|儿媳妇?|亲家(公|母)?|[堂表]?(姐夫|妹夫|嫂子?|弟媳妇?|弟妹)|姑父|姑夫|姑丈|姨父|姨夫|舅妈|舅母|伯母|婶婶?|婶子|侄媳妇?|侄女婿|外?甥女婿|外?甥媳妇?)') THEN TRUE
         END AS near,
         regexp_full_match(term, '(夫妻|配偶|丈夫|妻子|爱人|夫|妻|父子|父女|母子|母女|儿子?|女儿?|子|[长次三独养继][子女]|女婿|儿媳妇?)') AS family
  FROM declared
),
staff AS (
  SELECT _row AS staff_row, norm_name(name) AS person, norm_text(concat_ws('', unit, CASE WHEN contains(norm_text(unit), norm_text(post)) THEN '' ELSE post END)) AS title,
         regexp_replace(title, '^.*(市场监督管理局|市场监管局|市监局)', '') AS short_title,
         nullif(regexp_extract(short_title, '^(.+?(股|科|室|所|大队|中队|队|站|中心|分局|组))', 1), '') AS place,
         CASE WHEN regexp_matches(short_title, '副[股科室所队站大中]*长|副主任|副组长|副局长') THEN 1
              WHEN regexp_matches(regexp_replace(short_title, '主任科员', ''), '[股科室所队站组]长|主任|分局局长') THEN 2 ELSE 0 END AS lead,
         regexp_matches(title, '局长|党组成员|党组书记|党组副书记|总工程师') AND NOT contains(title, '分局') AS is_leader,
         norm_name(superior) AS boss,
         count(*) OVER (PARTITION BY norm_name(name)) AS people
  FROM cadre.roster
  WHERE NOT regexp_matches(norm_text(concat_ws(' ', status, remarks)), '退休|离职|调出|辞职|去世')
),
-- Two people of this bureau. A relative said to work elsewhere is not the namesake on the roster.
pair AS (
  SELECT scoped.*, one.staff_row AS one_row, two.staff_row AS two_row, one.title, two.title AS other_title,
         one.place, two.place AS other_place, one.lead, two.lead AS other_lead, one.is_leader, two.is_leader AS other_is_leader,
         one.boss, two.boss AS other_boss, one.people > 1 OR two.people > 1 AS ambiguous
  FROM scoped
  JOIN staff AS one ON one.person = scoped.person
  JOIN staff AS two ON two.person = scoped.other
  WHERE near IS NOT FALSE
    AND (relative_unit IS NULL
         OR regexp_matches(norm_text(relative_unit), '市场监管|市场监督|市监|本局|我局|本单位')
         OR contains(norm_text(relative_unit), coalesce(two.place, two.title)))
  -- Declared by both sides, or several namesakes: one pair.
  QUALIFY row_number() OVER (PARTITION BY least(scoped.person, other), greatest(scoped.person, other) ORDER BY near DESC NULLS LAST, scoped._row, one.staff_row, two.staff_row) = 1
)
SELECT list_distinct([_row, one_row, two_row]) AS _rows,
       concat_ws('|', least(person, other), greatest(person, other)) AS key,
       CASE WHEN is_leader THEN name ELSE relative END AS leader,
       CASE WHEN is_leader THEN relative ELSE name END AS other,
       relation,
       CASE WHEN is_leader THEN other_title ELSE title END AS other_unit,
       CASE WHEN approval IS NOT NULL THEN 'ok'
            WHEN near IS NULL OR ambiguous THEN 'gap'
            ELSE judge(NOT coalesce(list_bool_or(list_transform(CAST($office_units AS VARCHAR[]), lambda words: contains(other_unit, words))), FALSE)
                   -- The office's own bookkeeping is finance work whatever the office is called.
                   AND NOT regexp_matches(other_unit, '会计|出纳|报账')) END AS verdict
FROM pair
WHERE is_leader OR other_is_leader
