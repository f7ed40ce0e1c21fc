WITH pair AS (
  SELECT _row, name, unnest([
    {'earlier': '递交申请书', 'later': '派人谈话', 'a_from': apply_date_from, 'a_to': apply_date_to, 'b_from': talk_date_from, 'b_to': talk_date_to},
    {'earlier': '递交申请书', 'later': '确定为积极分子', 'a_from': apply_date_from, 'a_to': apply_date_to, 'b_from': activist_date_from, 'b_to': activist_date_to},
    {'earlier': '确定为积极分子', 'later': '上级备案', 'a_from': activist_date_from, 'a_to': activist_date_to, 'b_from': activist_record_from, 'b_to': activist_record_to},
    {'earlier': '上级备案', 'later': '确定为发展对象', 'a_from': activist_record_from, 'a_to': activist_record_to, 'b_from': object_date_from, 'b_to': object_date_to},
    {'earlier': '确定为发展对象', 'later': '培训开始', 'a_from': object_date_from, 'a_to': object_date_to, 'b_from': training_start_from, 'b_to': training_start_to},
    {'earlier': '培训开始', 'later': '培训结束', 'a_from': training_start_from, 'a_to': training_start_to, 'b_from': training_end_from, 'b_to': training_end_to},
    {'earlier': '培训结束', 'later': '上级预审', 'a_from': training_end_from, 'a_to': training_end_to, 'b_from': pre_review_from, 'b_to': pre_review_to},
    {'earlier': '政治审查', 'later': '上级预审', 'a_from': political_review_from, 'a_to': political_review_to, 'b_from': pre_review_from, 'b_to': pre_review_to},
    {'earlier': '上级预审', 'later': '支部大会', 'a_from': pre_review_from, 'a_to': pre_review_to, 'b_from': branch_meeting_from, 'b_to': branch_meeting_to},
    {'earlier': '支部大会', 'later': '上级审批', 'a_from': branch_meeting_from, 'a_to': branch_meeting_to, 'b_from': approve_date_from, 'b_to': approve_date_to},
    {'earlier': '支部大会', 'later': '转正申请', 'a_from': branch_meeting_from, 'a_to': branch_meeting_to, 'b_from': full_apply_from, 'b_to': full_apply_to},
    {'earlier': '转正申请', 'later': '转正大会', 'a_from': full_apply_from, 'a_to': full_apply_to, 'b_from': full_meeting_from, 'b_to': full_meeting_to},
    {'earlier': '转正大会', 'later': '转正审批', 'a_from': full_meeting_from, 'a_to': full_meeting_to, 'b_from': full_approve_from, 'b_to': full_approve_to}
  ], recursive := TRUE)
  FROM dossier
)
SELECT _row, earlier || '—' || later AS subject, name, earlier, later,
       a_from AS earlier_date, b_from AS later_date, b_from AS fact_date,
       CASE WHEN a_from > b_to THEN 'violation'
            WHEN a_to <= b_from OR (a_from = b_from AND a_to = b_to) THEN 'ok'
            ELSE 'gap' END AS verdict
FROM pair
WHERE a_from IS NOT NULL
  AND b_from IS NOT NULL
