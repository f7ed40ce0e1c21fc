SELECT _row,
       concat_ws('|', report, title, measure, text, n) AS key,
       report,
       title,
       text,
       first_day,
       feedback,
       sentence,
       first_day AS fact_date,
       CASE WHEN feedback IS NULL OR last_day IS NULL THEN 'gap'
            -- A month that may lie on either side of the feedback is not reported.
            WHEN last_day >= feedback THEN 'ok'
            -- A stretch that begins 巡察反馈以来 cannot be excused by 此前.
            ELSE judge(earlier AND NOT regexp_matches(sentence, '反馈以来')) END AS verdict
FROM named
WHERE holiday = ''
