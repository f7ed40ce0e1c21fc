WITH staff AS (
  SELECT norm_name(subject_name) AS name,
         list(norm_text(person_name)) FILTER (role = '主要负责人') AS heads,
         list(norm_text(person_name)) FILTER (role = '食品安全员') AS officers,
         string_agg(DISTINCT person_name, '、') FILTER (role = '主要负责人') AS head
  FROM food.safety_staff_register
  GROUP BY ALL
)
SELECT _row,
       subject_name,
       record_date,
       person,
       head,
       record_date AS fact_date,
       CASE WHEN person IS NULL THEN 'gap'
            WHEN list_has_any(heads, list_transform(split_names(person), lambda one: norm_text(one))) THEN 'ok'
            WHEN len(officers) = 1 AND list_has_any(officers, list_transform(split_names(person), lambda one: norm_text(one))) THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM food.control_record
JOIN staff ON staff.name = norm_name(subject_name)
WHERE record_type = '月调度'
  AND in_period(record_date) IS NOT FALSE
  AND len(heads) > 0
