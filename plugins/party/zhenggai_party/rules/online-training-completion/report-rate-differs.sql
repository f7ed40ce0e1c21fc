WITH stated AS (
  SELECT _row,
         issued_on,
         words,
         regexp_extract(words, '完成率[^0-9，,]{0,8}([0-9]+[.]?[0-9]*)%', 1) AS figure,
         try_cast(regexp_extract(words, '(20[0-9]{2})年', 1) AS INTEGER) AS named_year,
         coalesce(named_year, CASE WHEN regexp_matches(words, '今年|本年|年内') THEN year(issued_on) END) AS "year",
         try_cast(regexp_extract(words, '([0-9]{1,2})月?(?:至|到|-|—|~|～)([0-9]{1,2})月', 1) AS INTEGER) AS month_from,
         try_cast(regexp_extract(words, '([0-9]{1,2})月?(?:至|到|-|—|~|～)([0-9]{1,2})月', 2) AS INTEGER) AS month_to
  FROM sentence
  WHERE regexp_matches(words, '完成率[^0-9，,]{0,8}([0-9]+[.]?[0-9]*)%')
    -- Other work has completion rates too; only one of training is compared here.
    AND regexp_matches(words, '培训|学习|学员|网络|网院|课程|继续教育')
),
claim AS (
  SELECT *,
         try_cast(figure AS DECIMAL(18, 4)) AS said,
         make_date("year", CASE WHEN month_from BETWEEN 1 AND 12 THEN month_from WHEN contains(words, '下半年') THEN 7 ELSE 1 END, 1) AS first_day,
         least(last_day(make_date("year", CASE WHEN month_to BETWEEN 1 AND 12 THEN month_to WHEN contains(words, '上半年') THEN 6 ELSE 12 END, 1)),
               coalesce(issued_on, DATE '9999-12-31')) AS last_day
  FROM stated
),
-- Those on the roster who finished in time; a person entered twice counts once.
entry AS (
  SELECT training._row, training.platform, norm_text(platform) AS platform_name, norm_name(training.name) AS person,
         registered IS NOT FALSE AS is_registered,
         coalesce("year", year(finish_date), year(least(as_of(), period_end()))) AS training_year,
         (coalesce(finished, FALSE) OR (hours_required > 0 AND hours_done >= hours_required))
           AND coalesce(finish_date <= try_cast(training_year || '-' || $deadline AS DATE), TRUE) AS done,
         finished IS NULL AND (hours_required IS NULL OR hours_done IS NULL) AS unclear,
         score
  FROM party.online_training AS training
  WHERE norm_name(training.name) IN (SELECT person FROM staff)
),
rate AS (
  SELECT platform_name, any_value(platform) AS platform, training_year,
         count(DISTINCT person) FILTER (done) AS finished_people,
         CASE WHEN $full_staff THEN any_value(headcount)
              ELSE count(DISTINCT person) FILTER (is_registered) END AS people,
         count(*) FILTER (unclear) AS unclear,
         round(100.0 * finished_people / nullif(people, 0), 2) AS computed
  FROM entry
  CROSS JOIN (SELECT count(*) AS headcount FROM staff)
  WHERE NOT contains(platform_name, '学习强国')
  GROUP BY platform_name, training_year
),
matched AS (
  SELECT claim._row, claim.words, claim.said, rate.*,
         count(*) OVER (PARTITION BY claim._row, claim.words) AS candidates
  FROM claim
  LEFT JOIN rate
    ON (claim."year" IS NULL OR rate.training_year = claim."year")
   AND (contains(claim.words, rate.platform_name)
        OR NOT EXISTS (SELECT 1 FROM rate AS named WHERE contains(claim.words, named.platform_name)))
)
SELECT _row, words AS key, any_value(said) AS said, any_value(finished_people) AS finished_people, any_value(people) AS people, any_value(computed) AS computed,
       CASE WHEN any_value(said) > 100 THEN 'violation'
            WHEN any_value(candidates) > 1 OR any_value(platform_name) IS NULL OR any_value(unclear) > 0 THEN 'gap'
            ELSE judge(abs(any_value(said) - any_value(computed)) <= 0.5) END AS verdict
FROM matched
GROUP BY _row, words
