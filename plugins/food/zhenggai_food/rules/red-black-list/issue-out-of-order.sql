WITH issue AS (
  SELECT *,
         norm_text(issue_no) AS words,
         TRY_CAST(coalesce(nullif(regexp_extract(words, '(?:^|[^总])第?(\d+)期', 1), ''),
                           nullif(regexp_extract(words, '总第(\d+)', 1), ''),
                           nullif(regexp_extract(words, '^(?:\d{4}[-年])?(\d+)$', 1), '')) AS INTEGER) AS number,
         CASE WHEN regexp_matches(words, '^总第') THEN '总期数'
              ELSE coalesce(nullif(regexp_extract(words, '(\d{4})年', 1), ''), CAST(year(publish_date) AS VARCHAR)) || '年' END AS series
  FROM food.red_black_list
  WHERE in_period(publish_date) IS NOT FALSE
),
published AS (
  SELECT series, number, min(_row) AS _row, min(publish_date) AS published, max(publish_date) AS last_published
  FROM issue
  WHERE number IS NOT NULL
  GROUP BY series, number
),
ordered AS (
  SELECT *,
         lag(number) OVER (PARTITION BY series ORDER BY number) AS previous,
         lag(published) OVER (PARTITION BY series ORDER BY number) AS before
  FROM published
)
SELECT _row,
       concat_ws('|', series, number) AS key,
       series,
       number,
       published,
       previous,
       before,
       published AS fact_date,
       judge(last_published >= before) AS verdict
FROM ordered
WHERE previous IS NOT NULL
