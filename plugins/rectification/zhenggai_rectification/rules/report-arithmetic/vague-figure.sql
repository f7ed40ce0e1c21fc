SELECT _row,
       concat_ws('|', report, title, measure, before, text) AS key,
       report,
       coalesce(nullif(title, ''), kind) AS title,
       before,
       text,
       sentence,
       judge(NOT vague) AS verdict
FROM rectification.report_claims
WHERE NOT masked
