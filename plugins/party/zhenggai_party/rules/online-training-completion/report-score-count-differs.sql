WITH stated AS (
  SELECT _row,
         issued_on,
         words,
         regexp_extract(words, '([0-9]+)分以上[^0-9]{0,8}([0-9]+)(?:人|名)', 2) AS figure,
         try_cast(regexp_extract(words, '([0-9]+)分以上[^0-9]{0,8}([0-9]+)(?:人|名)', 1) AS BIGINT) AS threshold,
         try_cast(regexp_extract(words, '(20[0-9]{2})年', 1) AS INTEGER) AS named_year,
         coalesce(named_year, CASE WHEN regexp_matches(words, '今年|本年|年内') THEN year(issued_on) END) AS "year",
         try_cast(regexp_extract(words, '([0-9]{1,2})月?(?:至|到|-|—|~|～)([0-9]{1,2})月', 1) AS INTEGER) AS month_from,
         try_cast(regexp_extract(words, '([0-9]{1,2})月?(?:至|到|-|—|~|～)([0-9]{1,2})月', 2) AS INTEGER) AS month_to
  FROM sentence
  WHERE regexp_matches(words, '([0-9]+)分以上[^0-9]{0,8}([0-9]+)(?:人|名)')
),
claim AS (
  SELECT *,
         try_cast(figure AS DECIMAL(18, 4)) AS said,
         make_date("year", CASE WHEN month_from BETWEEN 1 AND 12 THEN month_from WHEN contains(words, '下半年') THEN 7 ELSE 1 END, 1) AS first_day,
         least(last_day(make_date("year", CASE WHEN month_to BETWEEN 1 AND 12 THEN month_to WHEN contains(words, '上半年') THEN 6 ELSE 12 END, 1)),
               coalesce(issued_on, DATE '9999-12-31')) AS last_day
  FROM stated
),
point AS (
  SELECT norm_name(name) AS person, max(score) AS score
  FROM party.online_training
  WHERE contains(norm_text(platform), '学习强国')
  GROUP BY ALL
),
tally AS (
  SELECT claim._row, claim.words,
         count(*) FILTER (point.score >= claim.threshold) AS counted,
         count(*) FILTER (point.score IS NULL) AS unclear,
         count(*) AS people
  FROM claim
  CROSS JOIN point
  GROUP BY ALL
)
SELECT claim._row, claim.words AS key, claim.said, claim.threshold, tally.counted,
       CASE WHEN tally.people IS NULL THEN 'gap'
            WHEN claim.said = tally.counted AND tally.unclear = 0 THEN 'ok'
            WHEN claim.said BETWEEN tally.counted AND tally.counted + tally.unclear THEN 'gap'
            ELSE 'violation' END AS verdict
FROM claim
LEFT JOIN tally USING (_row, words)
