-- The level of a holder: as the roster states it, else as the title tells it.
SELECT *,
       CASE WHEN regexp_matches(norm_text(post_level), '乡科级副|副科|科级副职') THEN '乡科级副职'
            WHEN regexp_matches(norm_text(post_level), '乡科级正|正科|科级正职') THEN '乡科级正职'
            WHEN regexp_matches(norm_text(post_level), '副股|股级副职') THEN '股级副职'
            WHEN regexp_matches(norm_text(post_level), '正股|股级正职') THEN '股级正职'
            WHEN contains(place, '分局') AND contains(place, '局长') THEN CASE WHEN contains(place, '副局长') THEN '股级副职' ELSE '股级正职' END
            WHEN regexp_matches(place, '副局长|总工程师') THEN '乡科级副职'
            WHEN regexp_matches(place, '局长|党组书记') THEN '乡科级正职'
            WHEN regexp_matches(place, '副[股科室所队站组大中]*长|副主任') THEN '股级副职'
            WHEN regexp_matches(place, '[股科室所队站]长|主任') THEN '股级正职' END AS level,
       contains(title, '主持') AND NOT regexp_matches(title, '任命') AS acting
FROM person
