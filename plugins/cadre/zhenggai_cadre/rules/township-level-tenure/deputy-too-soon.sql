WITH counted AS (
  SELECT _row,
         CAST(min(since) FILTER (regexp_matches(rank, '^一级科员|^一级行政执法员|主任科员|主办|调研员')) AS DATE) AS since,
         count(*) FILTER (since IS NULL) AS undated,
         -- The lowest rank that counts bounds the service; above it an earlier spell may be unrecorded.
         bool_or(regexp_matches(rank, '^一级科员|^一级行政执法员|^二级科员|^二级行政执法员|试用')) AS bounded
  FROM held
  GROUP BY _row
),
measured AS (
  SELECT promoted.*, since, undated, bounded,
         CASE WHEN since IS NOT NULL THEN date_diff('month', since, decision_date) WHEN bounded THEN 0 END AS served
  FROM promoted
  LEFT JOIN counted ON counted._row = promoted._row
)
SELECT _row, name, intended_post, decision_date, served,
       greatest($deputy_months - served, 0) AS short,
       decision_date AS fact_date,
       CASE WHEN served >= $deputy_months OR excepted THEN 'ok'
            WHEN post_level IS NULL OR decision_date IS NULL OR served IS NULL OR undated > 0 OR NOT bounded THEN 'gap'
            ELSE 'violation' END AS verdict
FROM measured
WHERE post_level = '乡科级副职'
   OR (post_level IS NULL AND regexp_matches(norm_text(intended_post), '副局长|党组成员|总工程师') AND NOT contains(intended_post, '分局'))
