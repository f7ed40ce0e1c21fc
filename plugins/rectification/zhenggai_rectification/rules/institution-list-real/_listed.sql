SELECT *, feedback.feedback,
       CASE WHEN regexp_matches(name, '制度|规定|办法|细则|规则|规范') THEN '制度'
            WHEN regexp_matches(name, '方案|计划|清单') THEN '方案计划清单' ELSE '其他' END AS sort,
       regexp_replace(norm_text(name), '[《》〈〉“”"*]|[(（]?(试行|暂行)[)）]?|[(（][0-9]{4}年?(修订|修正)?[)）]|[(（]?修订版?[)）]?', '', 'g') AS bare
FROM rectification.institutions
CROSS JOIN feedback
