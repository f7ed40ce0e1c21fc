WITH listed AS (
  SELECT *, norm_name(name) AS person,
         count(*) OVER (PARTITION BY norm_name(name)) AS namesakes,
         list(birth_month) OVER (PARTITION BY norm_name(name)) AS births
  FROM cadre.roster
),
serving AS (
  SELECT *,
         CASE WHEN regexp_matches(norm_text(delay_approval), '^(无|否|没有|未.*|/|—|-)$') THEN NULL ELSE delay_approval END AS approval,
         -- Ranks are no leading posts, though 主任科员 has the word in it.
         regexp_matches(regexp_replace(norm_text(concat_ws(' ', post, unit)), '[正副]?主任科员', '', 'g'),
                        '局长|书记|党组成员|[股科室所队站组]长|主任|总监|总工程师|负责人')
           OR coalesce(regexp_matches(post_level, '[正副]职|股级|[县乡].*级'), FALSE) AS leads
  FROM listed
  WHERE regexp_matches(norm_text(status), '已(办理|经)?退休|^(离?退休|提前退休|离休)|辞职|辞退|开除|调出|调离|离职|去世|死亡|病故|返聘') IS NOT TRUE
),
review AS (
  SELECT norm_name(name) AS person, id_card, birth_archive,
         coalesce(review_date, CAST('1900-01-01' AS DATE)) AS reviewed_on
  FROM cadre.archive_review
  WHERE birth_archive IS NOT NULL
),
-- The month the file establishes goes before the roster's; of two namesakes only an identity number tells whose file it is.
filed AS (
  SELECT serving._row,
         arg_max(birth_archive, reviewed_on) FILTER (namesakes = 1 OR review.id_card = serving.id_card) AS birth,
         bool_or(namesakes > 1 AND (review.id_card = serving.id_card) IS NULL AND NOT list_contains(births, birth_archive)) AS unclear
  FROM serving
  JOIN review ON review.person = serving.person
    AND (review.id_card <> serving.id_card) IS NOT TRUE
  GROUP BY serving._row
),
aged AS (
  SELECT serving.*,
         coalesce(filed.birth, birth_month) AS birth,
         coalesce(filed.unclear, FALSE) AS unclear,
         list_contains(list_transform($women_to_60, lambda one: norm_name(one)), serving.person) AS to_60,
         -- Women retire at 55 as cadres and at 50 as workers; where that is unknown both are tried.
         CASE WHEN gender = '男' OR to_60 THEN [60, 60]
              WHEN gender IS NULL THEN [50, 60]
              WHEN staff_type = '工勤' THEN [50, 50]
              WHEN staff_type IN ('行政', '参公', '事业') THEN [55, 55]
              ELSE [50, 55] END AS bases
  FROM serving
  LEFT JOIN filed ON filed._row = serving._row
),
dues AS (
  SELECT *,
         list_transform(bases, lambda base: add_months(birth, base * 12
           + CASE WHEN date_diff('month', CAST('2025-01-01' AS DATE), birth) + base * 12 < 0 THEN 0
                  WHEN base = 50 THEN least((date_diff('month', CAST('2025-01-01' AS DATE), birth) + base * 12) // 2 + 1, 60)
                  ELSE least((date_diff('month', CAST('2025-01-01' AS DATE), birth) + base * 12) // 4 + 1, 36) END)) AS due_months,
         CAST(date_trunc('month', as_of()) AS DATE) AS this_month
  FROM aged
)
SELECT _row,
       name,
       strftime(birth, '%Y-%m') AS born,
       strftime(due_months[2], '%Y-%m') AS retires,
       as_of() AS as_of_day,
       coalesce(approval, '无') AS approval,
       due_months[2] AS fact_date,
       CASE WHEN birth IS NULL OR unclear THEN 'gap'
            WHEN this_month <= due_months[1] THEN 'ok'
            WHEN this_month <= due_months[2] THEN 'gap'
            WHEN approval IS NULL OR this_month > add_months(due_months[2], $flexible_months) THEN 'violation'
            WHEN $flexible_leaders
              OR regexp_matches(norm_text(approval), '组织部|[省市州区县]委|委组|组[通干函]|人民政府|[省市]局|人社|人力资源') THEN 'ok'
            WHEN leads THEN 'violation'
            WHEN post IS NULL AND post_level IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM dues
