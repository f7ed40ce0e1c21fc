WITH step AS (
  SELECT _row, name, unclear, unnest([
    {'step': '递交入党申请书', 'field': 'apply_date', 'day': apply_date_from, 'after': coalesce(activist_date_from, activist_record_from, object_date_from, political_review_from, pre_review_from, branch_meeting_from, approve_date_from, full_apply_from, full_meeting_from, full_approve_from)},
    {'step': '确定为入党积极分子', 'field': 'activist_date', 'day': activist_date_from, 'after': coalesce(activist_record_from, object_date_from, political_review_from, pre_review_from, branch_meeting_from, approve_date_from, full_apply_from, full_meeting_from, full_approve_from)},
    {'step': '上级党委备案', 'field': 'activist_record', 'day': activist_record_from, 'after': coalesce(object_date_from, political_review_from, pre_review_from, branch_meeting_from, approve_date_from, full_apply_from, full_meeting_from, full_approve_from)},
    {'step': '确定为发展对象', 'field': 'object_date', 'day': object_date_from, 'after': coalesce(political_review_from, pre_review_from, branch_meeting_from, approve_date_from, full_apply_from, full_meeting_from, full_approve_from)},
    {'step': '政治审查', 'field': 'political_review', 'day': political_review_from, 'after': coalesce(pre_review_from, branch_meeting_from, approve_date_from, full_apply_from, full_meeting_from, full_approve_from)},
    {'step': '上级党委预审', 'field': 'pre_review', 'day': pre_review_from, 'after': coalesce(branch_meeting_from, approve_date_from, full_apply_from, full_meeting_from, full_approve_from)},
    {'step': '支部大会通过', 'field': 'branch_meeting', 'day': branch_meeting_from, 'after': coalesce(approve_date_from, full_apply_from, full_meeting_from, full_approve_from)},
    {'step': '上级党委审批', 'field': 'approve_date', 'day': approve_date_from, 'after': coalesce(full_apply_from, full_meeting_from, full_approve_from)},
    {'step': '转正支部大会', 'field': 'full_meeting', 'day': full_meeting_from, 'after': coalesce(full_approve_from)},
    {'step': '派人谈话', 'field': 'talk_date', 'day': talk_date_from, 'after': activist_date_from},
    {'step': '发展对象培训', 'field': 'training_end', 'day': coalesce(training_end_from, CASE WHEN training_hours > 0 THEN object_date_from END), 'after': coalesce(pre_review_from, branch_meeting_from)}
  ], recursive := TRUE)
  FROM dossier
)
SELECT _row, step AS subject, name, step, after AS fact_date,
       CASE WHEN day IS NOT NULL THEN 'ok'
            WHEN list_contains(unclear, field) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM step
WHERE after IS NOT NULL
