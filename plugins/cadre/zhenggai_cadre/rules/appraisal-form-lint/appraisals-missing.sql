WITH form AS (
  SELECT *, norm_text(assessments) AS words,
         -- 2023-2025年 names every year between.
         regexp_extract(words, '(20[0-9]{2})年?(?:度)?(?:-+|—+|~|至)(20[0-9]{2})', 1) AS first_year,
         regexp_extract(words, '(20[0-9]{2})年?(?:度)?(?:-+|—+|~|至)(20[0-9]{2})', 2) AS last_year
  FROM cadre.appraisal_form
  WHERE assessments IS NOT NULL
),
wanted AS (
  SELECT *,
         list_filter(range(year(form_date) - CAST($assessment_years AS INTEGER), year(form_date)), lambda one:
           NOT contains(words, CAST(one AS VARCHAR))
           AND NOT coalesce(one BETWEEN CAST(nullif(first_year, '') AS INTEGER) AND CAST(nullif(last_year, '') AS INTEGER), FALSE)
           -- Nobody is appraised before beginning work.
           AND (one >= year(work_month)) IS NOT FALSE) AS missing
  FROM form
)
SELECT _row,
       name,
       assessments,
       array_to_string(missing, '、') AS missing,
       form_date AS fact_date,
       CASE WHEN form_date IS NULL THEN 'gap'
            WHEN len(missing) = 0 THEN 'ok'
            WHEN NOT regexp_matches(words, '20[0-9]{2}') THEN 'gap'
            -- In the first months the appraisal of the year just ended may not be out.
            WHEN month(form_date) <= 3 AND missing = [year(form_date) - 1] THEN 'gap'
            ELSE 'violation' END AS verdict
FROM wanted
