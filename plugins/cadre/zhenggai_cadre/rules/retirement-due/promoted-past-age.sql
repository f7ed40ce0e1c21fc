WITH listed AS (
  SELECT norm_name(name) AS person, id_card, gender, birth_month, staff_type,
         count(*) OVER (PARTITION BY norm_name(name)) AS namesakes
  FROM cadre.roster
),
-- One of several namesakes is known by the identity number or the month of birth.
paired AS (
  SELECT chosen._row, namesakes, listed.gender, listed.birth_month AS birth, staff_type,
         coalesce(namesakes = 1 OR listed.id_card = chosen.id_card OR listed.birth_month = chosen.birth_month, FALSE) AS mine
  FROM chosen
  JOIN listed ON listed.person = chosen.person
    AND (listed.id_card <> chosen.id_card) IS NOT TRUE
),
known AS (
  SELECT _row,
         max(namesakes) AS namesakes,
         any_value(gender) FILTER (mine) AS gender,
         any_value(birth) FILTER (mine) AS birth,
         any_value(staff_type) FILTER (mine) AS staff_type
  FROM paired
  GROUP BY _row
),
filed AS (
  SELECT chosen._row,
         arg_max(birth_archive, coalesce(review_date, CAST('1900-01-01' AS DATE))) AS birth
  FROM chosen
  JOIN cadre.archive_review AS review ON norm_name(review.name) = chosen.person
    AND (review.id_card <> chosen.id_card) IS NOT TRUE
  LEFT JOIN known ON known._row = chosen._row
  WHERE birth_archive IS NOT NULL
    AND (coalesce(namesakes, 1) = 1 OR review.id_card = chosen.id_card OR birth_archive = coalesce(known.birth, birth_month))
  GROUP BY chosen._row
),
aged AS (
  SELECT chosen._row, name, intended_post, decision_date,
         -- The month the file establishes goes before the roster's and the register's own.
         coalesce(filed.birth, known.birth, birth_month) AS birth,
         coalesce(chosen.gender, known.gender) AS sex,
         -- Women retire at 55 as cadres and at 50 as workers; where that is unknown both are tried.
         CASE WHEN sex = '男' OR list_contains(list_transform($women_to_60, lambda one: norm_name(one)), person) THEN [60, 60]
              WHEN sex IS NULL THEN [50, 60]
              WHEN staff_type = '工勤' THEN [50, 50]
              WHEN staff_type IN ('行政', '参公', '事业') THEN [55, 55]
              ELSE [50, 55] END AS bases
  FROM chosen
  LEFT JOIN known ON known._row = chosen._row
  LEFT JOIN filed ON filed._row = chosen._row
),
dues AS (
  SELECT *,
         list_transform(bases, lambda base: add_months(birth, base * 12
           + CASE WHEN date_diff('month', CAST('2025-01-01' AS DATE), birth) + base * 12 < 0 THEN 0
                  WHEN base = 50 THEN least((date_diff('month', CAST('2025-01-01' AS DATE), birth) + base * 12) // 2 + 1, 60)
                  ELSE least((date_diff('month', CAST('2025-01-01' AS DATE), birth) + base * 12) // 4 + 1, 36) END)) AS due_months,
         date_diff('month', decision_date, due_months[1]) AS at_least,
         date_diff('month', decision_date, due_months[2]) AS at_most
  FROM aged
)
SELECT _row,
       name,
       intended_post,
       decision_date,
       strftime(due_months[2], '%Y-%m') AS retires,
       strftime(birth, '%Y-%m') AS born,
       decision_date AS fact_date,
       CASE WHEN at_least >= 0 THEN 'ok'
            WHEN at_most < 0 THEN 'violation'
            ELSE 'gap' END AS verdict
FROM dues
