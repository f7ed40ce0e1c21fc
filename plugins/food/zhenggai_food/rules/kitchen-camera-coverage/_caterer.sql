SELECT _row, norm_name(name) AS name, nullif(upper(norm_text(uscc)), '') AS code
FROM food.operator_register
WHERE (status IS NULL OR status = '在营')
  AND (subject_type IN ('中央厨房', '集体用餐配送单位')
       OR (subject_type = '餐饮服务' AND list_contains($large_classes, size_class)))
