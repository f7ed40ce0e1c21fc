SELECT _row, name, intended_post, exceptional, superior_reply_date, superior_reply_no,
       -- Skipping a level, or no recommendation, must be agreed before the inspection already.
       regexp_matches(ground, '越级|未经民主推荐|未经推荐|不经民主推荐') AS early,
       CASE WHEN early THEN '考察' ELSE '讨论决定' END AS before_what,
       CASE WHEN early THEN coalesce(CAST(inspect_start AS VARCHAR), strftime(inspect_start_from, '%Y-%m')) ELSE CAST(decision_date AS VARCHAR) END AS limit_day,
       decision_date AS fact_date,
       CASE WHEN superior_reply_date > decision_date OR (early AND superior_reply_date > inspect_start_to) THEN 'violation'
            WHEN superior_reply_no IS NULL THEN 'gap'
            ELSE judge(superior_reply_date <= CASE WHEN early THEN inspect_start_from ELSE decision_date END
                   OR CASE WHEN early AND superior_reply_date > inspect_start_from THEN NULL ELSE FALSE END) END AS verdict
FROM excepted
