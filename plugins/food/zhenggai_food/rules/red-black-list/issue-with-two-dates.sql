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
)
SELECT list(_row ORDER BY _row) AS _rows,
       concat_ws('|', series, number) AS key,
       series,
       number,
       count(DISTINCT publish_date) AS times,
       string_agg(DISTINCT CAST(publish_date AS VARCHAR), '、' ORDER BY CAST(publish_date AS VARCHAR)) AS dates,
       max(publish_date) AS fact_date,
       CASE WHEN count(DISTINCT publish_date) > 1 THEN 'violation'
            WHEN count(publish_date) < count(*) THEN 'gap'
            ELSE 'ok' END AS verdict
FROM issue
WHERE number IS NOT NULL
GROUP BY series, number
