SELECT DISTINCT * EXCLUDE (words),
       list_bool_or(list_transform($exempt_words, lambda word: ends_with(norm_text(words), norm_text(word)))) AS exempt,
       regexp_replace(regexp_replace(norm_text(words), '\([^)]*\)|\d+(\.\d+)?(g|克|kg)?', '', 'g'), '西红柿', '番茄') AS plain,
       CASE plain WHEN '大米饭' THEN '米饭' WHEN '馍' THEN '馒头' ELSE plain END AS dish
FROM written
