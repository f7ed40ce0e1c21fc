WITH -- A leading post counts for the rank beside it: deputy head for 四级主任科员, head for 二级主任科员.
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
