SELECT _row, "no",
       concat_ws('、',
         CASE WHEN trim(coalesce(unit_head, '')) = '' THEN '责任单位意见' END,
         CASE WHEN trim(coalesce(leader_opinion, '')) = '' THEN '分管领导意见' END,
         CASE WHEN trim(coalesce(approver, '')) = '' THEN '审批人签字' END) AS missing,
       judge(missing = '') AS verdict
FROM rectification.closing_forms
