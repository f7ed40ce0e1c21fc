SELECT registered._row,
       registered.name,
       registered.risk_grade,
       registered.subject_type,
       label,
       first_day,
       last_day,
       ended,
       coalesce(first_issue, licence_issue) AS opened,
       -- Licensed within the year: the whole months that were left of it.
       CASE WHEN opened > first_day
            THEN 12 - month(opened) + CASE WHEN day(opened) = 1 THEN 1 ELSE 0 END
            ELSE 12 END AS months,
       CASE risk_grade WHEN 'A' THEN $min_a WHEN 'B' THEN $min_b WHEN 'C' THEN $min_c WHEN 'D' THEN $min_d END
         * months // 12 AS required,
       CASE risk_grade WHEN 'A' THEN $max_a WHEN 'B' THEN $max_b WHEN 'C' THEN $max_c WHEN 'D' THEN $max_d END AS ceiling,
       (opened < first_day) IS NOT FALSE
         AND (coalesce(special_food_producer, FALSE)
              OR coalesce(subject_type IN ('中央厨房', '集体用餐配送单位'), FALSE)
              OR coalesce(risk_grade = 'D', FALSE)
              OR coalesce(risk_grade = 'C' AND subject_type = '食品生产', FALSE)) AS key_operator,
       coalesce(visited.done, 0) AS done,
       coalesce(visited.visits, 0) AS visits,
       coalesce(visited.reasoned, 0) AS reasoned,
       coalesce(visited.unclear, 0) + coalesce(undated.unclear, 0) AS unclear
FROM operator
JOIN food.operator_register AS registered USING (_row)
CROSS JOIN core.years
LEFT JOIN visited ON visited.subject_row = operator._row AND visited.in_year = year(first_day)
LEFT JOIN visited AS undated ON undated.subject_row = operator._row AND undated.in_year IS NULL
WHERE (coalesce(first_issue, licence_issue) <= last_day) IS NOT FALSE
