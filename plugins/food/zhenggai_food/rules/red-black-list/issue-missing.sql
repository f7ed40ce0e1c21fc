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
       series AS key,
       series,
       min(number) AS first_issue,
       max(number) AS last_issue,
       array_to_string(list_filter(range(min(number), max(number) + 1), lambda n: NOT list_contains(list(number), n)), '、') AS missing,
       max(publish_date) AS fact_date,
       CASE WHEN count(number) < count(*) THEN 'gap'
            ELSE judge(count(DISTINCT number) = max(number) - min(number) + 1) END AS verdict
FROM issue
GROUP BY series
