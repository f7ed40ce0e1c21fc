SELECT _row,
       concat_ws('|', report, title, measure, text, n) AS key,
       report,
       title,
       text,
       first_day,
       feedback,
       sentence,
       CASE WHEN first_day IS NULL OR feedback IS NULL THEN 'gap'
            ELSE judge(earlier OR first_day >= feedback) END AS verdict
FROM named
WHERE holiday <> ''
