SELECT _row, title, author AS owner, length(norm_text(text)) AS chars,
       CASE WHEN for_year IS NULL OR nullif(norm_text(text), '') IS NULL THEN 'gap'
            ELSE judge(length(norm_text(text)) >= $min_chars) END AS verdict
FROM cleaned
WHERE for_year IS NULL
   OR for_year IN (SELECT year(first_day) FROM core.years)
