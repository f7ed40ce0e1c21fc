WITH ladder AS (
  SELECT '综合管理类' AS sequence, unnest(ranks) AS rank, generate_subscripts(ranks, 1) AS step
  FROM (SELECT ['二级科员', '一级科员', '四级主任科员', '三级主任科员', '二级主任科员', '一级主任科员',
                '四级调研员', '三级调研员', '二级调研员', '一级调研员'] AS ranks)
  UNION ALL
  SELECT '行政执法类', unnest(ranks), generate_subscripts(ranks, 1)
  FROM (SELECT ['二级行政执法员', '一级行政执法员', '四级主办', '三级主办', '二级主办', '一级主办',
                '四级高级主办', '三级高级主办', '二级高级主办', '一级高级主办'] AS ranks)
),
risen AS (
  SELECT promotion.*, norm_name(name) AS person,
         below.step AS from_step, above.step AS to_step,
         coalesce(below.sequence, above.sequence) AS ladder
  FROM cadre.rank_register AS promotion
  LEFT JOIN ladder AS below ON below.rank = norm_text(from_rank)
  LEFT JOIN ladder AS above ON above.rank = norm_text(to_rank)
  WHERE in_period(approve_date) IS NOT FALSE
    AND list_contains(CAST($sequences AS VARCHAR[]), coalesce(below.sequence, above.sequence, promotion.sequence, $sequences[1]))
),
-- Full years of appraisal served in the former rank; one in which the rank began halfway through is
-- not full, and its result was or may have been used before.
years AS (
  SELECT risen._row,
         count(*) FILTER (grade = '优秀') AS excellent,
         count(*) FILTER (grade IN ('基本称职', '不定等次')) AS uncounted,
         count(*) FILTER (grade IS NULL) AS unknown,
         string_agg(CAST(CASE WHEN grade = '不称职' THEN "year" END AS VARCHAR), '、' ORDER BY "year") AS bad,
         count(DISTINCT "year") AS appraised
  FROM risen
  JOIN cadre.annual_appraisal AS appraisal ON norm_name(appraisal.name) = risen.person
    AND (appraisal.id_card <> risen.id_card) IS NOT TRUE
  WHERE make_date("year", 1, 1) >= from_since
    AND make_date("year", 12, 31) < approve_date
  GROUP BY risen._row
),
-- A leading post counts for the rank beside it: deputy head for 四级主任科员, head for 二级主任科员.
posts AS (
  SELECT risen._row, min(since) AS since
  FROM risen
  JOIN (
    SELECT norm_name(name) AS person, leading_level AS level, leading_since AS since FROM cadre.rank_register
    UNION ALL
    SELECT norm_name(name), CASE WHEN regexp_matches(norm_text(post_level), '副科|科级副职') THEN '乡科级副职'
                                 WHEN regexp_matches(norm_text(post_level), '正科|科级正职') THEN '乡科级正职' END, post_since
    FROM cadre.roster
  ) AS held ON held.person = risen.person
    AND held.level = CASE norm_text(to_rank) WHEN '三级主任科员' THEN '乡科级副职' WHEN '一级主任科员' THEN '乡科级正职' END
  WHERE since < approve_date
  GROUP BY risen._row
),
measured AS (
  SELECT risen.*,
         date_diff('month', least(from_since, posts.since), approve_date) AS months,
         coalesce(excellent, 0) AS excellent,
         coalesce(uncounted, 0) AS uncounted,
         coalesce(unknown, 0) AS unknown,
         coalesce(appraised, 0) AS appraised,
         greatest(0, year(approve_date) - year(from_since) - CASE WHEN month(from_since) = 1 THEN 0 ELSE 1 END) AS full_years
  FROM risen
  LEFT JOIN posts ON posts._row = risen._row
  LEFT JOIN years ON years._row = risen._row
)
SELECT _row, name, from_rank, strftime(from_since, '%Y-%m') AS from_since, to_rank, approve_date, months, excellent, uncounted,
       months - 12 * uncounted AS served,
       greatest($base_months - $excellent_months * excellent, 0) AS needed,
       greatest(needed - served, 0) AS short,
       approve_date AS fact_date,
       CASE WHEN served IS NULL THEN 'gap'
            -- A missing appraisal may shorten the time, or take a year from it.
            WHEN served >= needed AND served - 12 * (full_years - appraised + unknown) >= needed THEN 'ok'
            WHEN served + $excellent_months * (full_years - appraised + unknown) < needed THEN 'violation'
            ELSE 'gap' END AS verdict
FROM measured
