SELECT papers[1:1] AS _rows, named AS key, named, held, coalesce(planned, CAST(held - 90 AS DATE)) AS since, held AS fact_date,
       CASE WHEN held IS NULL THEN 'gap'
            ELSE judge(EXISTS (
              SELECT 1 FROM party.study_group AS study
              WHERE study.date <= meeting.held
                AND study.date >= least(coalesce(meeting.planned, meeting.held - 90), meeting.held - 90)
                AND study.form IS DISTINCT FROM '个人自学')) END AS verdict
FROM meeting
