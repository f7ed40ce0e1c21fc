WITH quota AS (
  SELECT *, _row AS quota_row,
         -- The bureau's own leaders stand under the bureau's name, or 局机关, 局领导.
         regexp_replace(norm_text(unit), '^(.*(市场监督管理局|市场监管局|市监局)|局机关|局领导|领导班子|局班子|本局)', '') AS place
  FROM cadre.post_quota
),
exempt AS (
  SELECT DISTINCT quota_row, norm_name(unnest(split_names(exempt))) AS person
  FROM quota
),
person AS (
  SELECT *,
         regexp_replace(regexp_replace(norm_text(concat_ws('', unit, CASE WHEN contains(norm_text(unit), norm_text(post)) THEN '' ELSE post END)),
           '[一二三四]级(主任科员|调研员)|副?主任科员', '', 'g'), '^.*(市场监督管理局|市场监管局|市监局)', '') AS place,
         norm_text(concat_ws('', post, unit)) AS title
  FROM cadre.roster
  WHERE NOT regexp_matches(norm_text(concat_ws(' ', status, remarks)), '退休|离职|调出|辞职|去世|死亡')
),
-- The level of a holder: as the roster states it, else as the title tells it.
ranked AS (
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
),
holder AS (
  SELECT quota_row, norm_name(ranked.name) AS person, any_value(ranked.name) AS name,
         min(post_since) AS since, bool_and(ranked.level IS NULL) AS unsure, list(ranked._row) AS rows_found
  FROM quota
  JOIN ranked ON (
      (quota.place <> '' AND starts_with(ranked.place, quota.place) AND (ranked.level = quota.level OR (ranked.level IS NULL AND regexp_matches(ranked.place, '负责人|长$'))))
      OR (quota.place = '' AND quota.level LIKE '乡科级%' AND ranked.level = quota.level)
      OR (quota.level LIKE '%主任科员' AND contains(quota.level, left(norm_text(ranked.rank), 2)) AND contains(norm_text(ranked.rank), '主任科员')
          AND starts_with(ranked.place, quota.place)))
    AND on_quota IS DISTINCT FROM FALSE
    AND NOT (acting AND quota.level NOT LIKE '%主任科员')
  WHERE NOT EXISTS (SELECT 1 FROM exempt WHERE exempt.quota_row = quota.quota_row AND exempt.person = norm_name(ranked.name))
  GROUP BY quota_row, norm_name(ranked.name)
),
filled AS (
  SELECT quota_row,
         count(*) FILTER (NOT unsure) AS holders,
         count(*) FILTER (unsure) AS unsure,
         string_agg(name, '、' ORDER BY name) FILTER (NOT unsure) AS names,
         flatten(list(rows_found)) AS rows_found
  FROM holder
  GROUP BY quota_row
)
SELECT quota._row, unit, level, approved, filled_number AS filled, vacant, holders,
       CASE WHEN approved - filled_number <> vacant THEN 'violation'
            WHEN coalesce(unsure, 0) > 0 OR level IS NULL OR unit IS NULL THEN 'gap'
            WHEN filled_number <> holders OR approved - holders <> vacant THEN 'violation'
            WHEN unread._row IS NOT NULL OR (filled_number IS NULL AND approved IS NULL) THEN 'gap'
            ELSE 'ok' END AS verdict
FROM (SELECT *, quota.filled AS filled_number FROM quota) AS quota
LEFT JOIN (SELECT quota_row, coalesce(holders, 0) AS holders, unsure FROM quota LEFT JOIN filled USING (quota_row)) AS counted
  ON counted.quota_row = quota.quota_row
LEFT JOIN (SELECT DISTINCT _row FROM core.unread WHERE field IN ('filled', 'vacant')) AS unread ON unread._row = quota._row
WHERE filled_number IS NOT NULL OR vacant IS NOT NULL OR unread._row IS NOT NULL
