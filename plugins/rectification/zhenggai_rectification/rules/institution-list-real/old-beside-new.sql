WITH feedback AS (
  SELECT coalesce((SELECT max(coalesce(date, issued_on)) FROM rectification.feedback_document),
                  (SELECT max(feedback_date) FROM rectification.report_summary)) AS feedback
),
listed AS (
  SELECT *, feedback.feedback,
         CASE WHEN regexp_matches(name, '制度|规定|办法|细则|规则|规范') THEN '制度'
              WHEN regexp_matches(name, '方案|计划|清单') THEN '方案计划清单' ELSE '其他' END AS sort,
         regexp_replace(norm_text(name), '[《》〈〉“”"*]|[(（]?(试行|暂行)[)）]?|[(（][0-9]{4}年?(修订|修正)?[)）]|[(（]?修订版?[)）]?', '', 'g') AS bare
  FROM rectification.institutions
  CROSS JOIN feedback
),
replaced AS (
  SELECT _row, name, unnest(split_names(regexp_replace(supersedes, '[《》]', '', 'g'))) AS old
  FROM listed
  WHERE kind IN ('新建', '修订')
    AND trim(supersedes) <> ''
)
SELECT list_filter([replaced._row, any_value(listed._row)], lambda one: one IS NOT NULL) AS _rows,
       concat_ws('|', replaced.name, replaced.old) AS key,
       replaced.name, replaced.old,
       CASE WHEN count(listed._row) = 0 THEN 'gap'
            ELSE judge(bool_or(listed.kind = '废止' OR coalesce(listed.status = '已废止', FALSE))) END AS verdict
FROM replaced
LEFT JOIN listed ON regexp_replace(norm_text(listed.name), '[《》]', '', 'g') = norm_text(replaced.old) AND listed._row <> replaced._row
GROUP BY replaced._row, replaced.name, replaced.old
