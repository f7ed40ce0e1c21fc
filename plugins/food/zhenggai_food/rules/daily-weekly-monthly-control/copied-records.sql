SELECT list(_row ORDER BY _row) AS _rows,
       concat_ws('|', norm_name(subject_name), strftime(record_date, '%Y-%m')) AS key,
       any_value(subject_name) AS subject_name,
       strftime(record_date, '%Y-%m') AS month,
       any_value(person) AS person,
       count(*) AS times,
       max(record_date) AS fact_date,
       CASE WHEN norm_name(subject_name) IS NULL OR count(record_date) < count(*) THEN 'gap'
            WHEN count(*) > 1 AND count(person) = count(*) AND count(DISTINCT norm_text(person)) = 1
             AND count(problems) = count(*) AND count(DISTINCT norm_text(problems)) = 1
             -- “无问题” day by day is what the rule asks for.
             AND NOT regexp_matches(norm_text(any_value(problems)), '^(无|没有|未发现|未见|零风险|正常).{0,8}$') THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM food.control_record
WHERE record_type = '日管控'
  AND in_period(record_date) IS NOT FALSE
GROUP BY norm_name(subject_name), strftime(record_date, '%Y-%m')
