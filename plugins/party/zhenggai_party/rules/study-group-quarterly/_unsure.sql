SELECT date
FROM party.study_group
WHERE form IS NULL
   OR (date IS NULL AND form IN ('集体学习研讨', '专题讲座'))
