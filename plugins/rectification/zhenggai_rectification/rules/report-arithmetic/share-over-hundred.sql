SELECT _row,
       concat_ws('|', report, title, measure, before, n) AS key,
       report,
       coalesce(nullif(title, ''), kind) AS title,
       before,
       text,
       sentence,
       judge(value <= 100) AS verdict
FROM rectification.report_claims
WHERE unit = '%'
  AND NOT growth
  AND NOT vague
  AND regexp_matches(before || after, '完成率|覆盖率|满意率|满意度|整改率|合格率|占比|参训率|到位率|全覆盖')
