SELECT _row,
       coalesce("no", '（无序号）') AS "no",
       coalesce(finding, '（无问题）') AS finding,
       concat_ws('、',
         CASE WHEN trim(coalesce(finding, '')) = '' THEN '反馈问题' END,
         CASE WHEN trim(coalesce(measure, '')) = '' THEN '整改措施' END,
         CASE WHEN trim(coalesce(leader, '')) = '' THEN '责任领导' END,
         CASE WHEN trim(coalesce(unit, '')) = '' THEN '责任单位' END,
         CASE WHEN trim(coalesce(deadline, '')) = '' THEN '整改时限' END) AS missing,
       judge(missing = '') AS verdict
FROM rectification.ledger
