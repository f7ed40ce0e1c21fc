WITH form AS (
  SELECT forms.*, coalesce(unread.fields, []) AS unread
  FROM cadre.appraisal_form AS forms
  LEFT JOIN (SELECT _row, list(field) AS fields FROM core.unread GROUP BY _row) AS unread ON unread._row = forms._row
),
filled AS (
  SELECT *,
         list_filter([
           CASE WHEN name IS NULL AND NOT list_contains(unread, 'name') THEN '姓名' END,
           CASE WHEN gender IS NULL AND NOT list_contains(unread, 'gender') THEN '性别' END,
           CASE WHEN birth_month IS NULL AND NOT list_contains(unread, 'birth_month') THEN '出生年月' END,
           CASE WHEN work_month IS NULL AND NOT list_contains(unread, 'work_month') THEN '参加工作时间' END,
           CASE WHEN edu_full IS NULL THEN '全日制教育学历' END,
           CASE WHEN current_post IS NULL THEN '现任职务' END,
           CASE WHEN resume IS NULL THEN '简历' END,
           CASE WHEN reason IS NULL THEN '任免理由' END,
           CASE WHEN assessments IS NULL THEN '年度考核结果' END,
           CASE WHEN form_date IS NULL AND NOT list_contains(unread, 'form_date') THEN '填表时间' END,
           CASE WHEN intended_post IS NULL AND removed_post IS NULL THEN '拟任职务或拟免职务' END
         ], lambda one: one IS NOT NULL) AS empty
  FROM form
)
SELECT _row,
       coalesce(name, '未填姓名') AS name,
       array_to_string(empty, '、') AS empty,
       form_date AS fact_date,
       CASE WHEN len(empty) > 0 THEN 'violation'
            WHEN list_has_any(unread, ['name', 'gender', 'birth_month', 'work_month', 'form_date']) THEN 'gap'
            ELSE 'ok' END AS verdict
FROM filled
