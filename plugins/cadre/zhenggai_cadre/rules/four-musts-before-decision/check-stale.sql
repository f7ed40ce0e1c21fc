WITH chosen AS (
  SELECT selected.*, norm_name(name) AS person, coalesce(unread.fields, []) AS unread
  FROM cadre.selection_register AS selected
  LEFT JOIN (SELECT _row, list(field) AS fields FROM core.unread GROUP BY _row) AS unread
    ON unread._row = selected._row
  WHERE kind IN ('提拔', '进一步使用')
    AND in_period(decision_date) IS NOT FALSE
),
-- The newest review or check before the meeting, else the first after it, by a person's name.
reviewed AS (
  SELECT chosen._row,
         coalesce(max(review_date) FILTER (review_date <= decision_date), min(review_date)) AS on_day
  FROM chosen
  JOIN cadre.archive_review AS review ON norm_name(review.name) = chosen.person
    AND (review.id_card <> chosen.id_card) IS NOT TRUE
  GROUP BY chosen._row
),
checked AS (
  SELECT chosen._row,
         coalesce(max(check_date) FILTER (check_date <= decision_date), min(check_date)) AS on_day
  FROM chosen
  JOIN cadre.personal_matters_register AS matter ON norm_name(matter.name) = chosen.person
    AND (matter.id_card <> chosen.id_card) IS NOT TRUE
  GROUP BY chosen._row
),
musts AS (
  SELECT chosen.*, '干部人事档案审核' AS must, 'archive_review_date' AS cell,
         -- The ledger of reviews speaks where the register is silent, or later than the meeting.
         CASE WHEN archive_review_date_from <= decision_date OR on_day IS NULL THEN archive_review_date_from
              WHEN archive_review_date_from IS NULL OR on_day <= decision_date THEN on_day
              ELSE archive_review_date_from END AS earliest,
         CASE WHEN archive_review_date_from <= decision_date OR on_day IS NULL THEN archive_review_date_to
              WHEN archive_review_date_from IS NULL OR on_day <= decision_date THEN on_day
              ELSE archive_review_date_to END AS latest,
         TRUE AS needed
  FROM chosen
  LEFT JOIN reviewed ON reviewed._row = chosen._row
  UNION ALL BY NAME
  SELECT chosen.*, '个人有关事项查核' AS must, 'personal_matters_date' AS cell,
         CASE WHEN personal_matters_date_from <= decision_date OR on_day IS NULL THEN personal_matters_date_from
              WHEN personal_matters_date_from IS NULL OR on_day <= decision_date THEN on_day
              ELSE personal_matters_date_from END AS earliest,
         CASE WHEN personal_matters_date_from <= decision_date OR on_day IS NULL THEN personal_matters_date_to
              WHEN personal_matters_date_from IS NULL OR on_day <= decision_date THEN on_day
              ELSE personal_matters_date_to END AS latest,
         -- National duty begins with deputy county level; units may extend it to section level.
         CASE WHEN post_level = '县处级' OR contains(current_rank, '调研员') THEN TRUE
              WHEN NOT $local_personal_matters THEN FALSE
              ELSE post_level IN ('乡科级正职', '乡科级副职') END AS needed
  FROM chosen
  LEFT JOIN checked ON checked._row = chosen._row
  UNION ALL BY NAME
  SELECT chosen.*, '纪检监察机关意见' AS must, 'discipline_reply_date' AS cell,
         discipline_reply_date_from AS earliest, discipline_reply_date_to AS latest, TRUE AS needed
  FROM chosen
)
SELECT _row,
       must AS subject,
       name,
       intended_post,
       decision_date,
       must,
       CASE WHEN earliest = latest THEN CAST(latest AS VARCHAR) ELSE strftime(latest, '%Y-%m') END AS done_on,
       decision_date AS fact_date,
       CASE WHEN latest < add_months(decision_date, -$stale_months) THEN 'violation'
            WHEN earliest >= add_months(decision_date, -$stale_months) THEN 'ok'
            ELSE 'gap' END AS verdict
FROM musts
WHERE earliest IS NOT NULL
  AND needed IS NOT FALSE
  AND (earliest > decision_date) IS NOT TRUE
