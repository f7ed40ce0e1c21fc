SELECT *,
       regexp_matches(words, '^[0-9]{4}[.][0-9]{2}(--|—+)([0-9]{4}[.][0-9]{2})?') AS written,
       CAST(try_strptime(regexp_extract(words, '^([0-9]{4}[.][0-9]{2})', 1), ['%Y.%m']) AS DATE) AS begun,
       CAST(try_strptime(regexp_extract(words, '^[0-9]{4}[.][0-9]{2}(?:--|—+)([0-9]{4}[.][0-9]{2})', 1), ['%Y.%m']) AS DATE) AS ended,
       row_number() OVER (PARTITION BY _row ORDER BY place) AS number,
       count(*) OVER (PARTITION BY _row) AS lines
FROM line
