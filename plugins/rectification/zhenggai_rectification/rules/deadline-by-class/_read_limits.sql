SELECT *,
       regexp_extract_all(words, '20[0-9]{2}[年./-][0-9]{1,2}[月./-][0-9]{1,2}')[-1] AS full_day,
       regexp_extract_all(words, '20[0-9]{2}[年./-][0-9]{1,2}')[-1] AS full_month,
       try_cast(regexp_extract(words, '(20[0-9]{2})', 1) AS INTEGER) AS written_year,
       try_cast(nullif(regexp_extract(words, '([0-9]{1,2})月', 1), '') AS INTEGER) AS month_of,
       try_cast(nullif(regexp_extract(words, '[0-9]{1,2}月([0-9]{1,2})', 1), '') AS INTEGER) AS day_of,
       try_cast(nullif(regexp_extract(words, '([1-4])季度', 1), '') AS INTEGER) AS quarter_of
FROM written
