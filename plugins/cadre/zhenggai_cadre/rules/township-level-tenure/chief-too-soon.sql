WITH posts AS (
  SELECT _row, current_post_since AS since
  FROM promoted
  WHERE regexp_matches(norm_text(current_post), '副局长|副科|乡科级副职|副乡长|副镇长') AND NOT contains(current_post, '分局')
  UNION ALL
  SELECT promoted._row, post_since
  FROM promoted
  JOIN cadre.roster AS staff ON norm_name(staff.name) = promoted.person AND (staff.id_card <> promoted.id_card) IS NOT TRUE
  WHERE regexp_matches(norm_text(staff.post_level), '副科|科级副职')
    AND (post_since < decision_date) IS NOT FALSE
),
counted AS (
  SELECT _row,
         CAST(min(since) FILTER (regexp_matches(rank, '主任科员|主办|调研员') AND rank <> '副主任科员') AS DATE) AS since,
         count(*) FILTER (since IS NULL) AS undated,
         bool_or(regexp_matches(rank, '科员|行政执法员|四级主办') AND NOT regexp_matches(rank, '^[一二三]级主任科员')) AS bounded
  FROM held
  GROUP BY _row
),
deputy AS (
  SELECT _row, min(since) AS since, count(*) FILTER (since IS NULL) AS undated
  FROM posts
  GROUP BY _row
),
-- Deputy post and ranks overlap: their months are counted once, from the earlier start.
measured AS (
  SELECT promoted.*,
         coalesce(counted.undated, 0) + coalesce(deputy.undated, 0) AS undated,
         bounded OR (deputy.since IS NOT NULL AND counted._row IS NULL) AS bounded,
         CASE WHEN coalesce(counted.since, deputy.since) IS NOT NULL
              THEN date_diff('month', least(counted.since, deputy.since), decision_date)
              WHEN bounded THEN 0 END AS served
  FROM promoted
  LEFT JOIN counted ON counted._row = promoted._row
  LEFT JOIN deputy ON deputy._row = promoted._row
)
SELECT _row, name, intended_post, decision_date, served,
       greatest($chief_months - served, 0) AS short,
       decision_date AS fact_date,
       CASE WHEN served >= $chief_months OR excepted THEN 'ok'
            WHEN post_level IS NULL OR decision_date IS NULL OR served IS NULL OR undated > 0 OR NOT bounded THEN 'gap'
            ELSE 'violation' END AS verdict
FROM measured
WHERE post_level = '乡科级正职'
   OR (post_level IS NULL AND regexp_matches(norm_text(intended_post), '(^|[^副])局长|党组书记') AND NOT contains(intended_post, '分局'))
