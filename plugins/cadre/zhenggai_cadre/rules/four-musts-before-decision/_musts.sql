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
