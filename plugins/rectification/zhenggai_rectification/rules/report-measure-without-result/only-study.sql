WITH deeds AS (
  SELECT document,
         item,
         min(_row) AS _row,
         any_value(report) AS report,
         any_value(title) AS title,
         count(*) FILTER (NOT lead) AS measures,
         list_distinct(flatten(list(string_split(acts, '、') ORDER BY place))) AS acts
  FROM rectification.report_measures
  WHERE kind IN ('问题', '具体问题')
  GROUP BY document, item
)
SELECT _row,
       report || '|' || title AS key,
       report,
       title,
       measures,
       array_to_string(list_filter(acts, lambda act: act <> ''), '、') AS acts,
       judge(NOT list_has_any(acts, $study_words)
             OR len(list_filter(acts, lambda act: act <> '' AND NOT list_contains($study_words, act))) > 0
             -- Where the problem is study itself, study is the act on the thing.
             OR regexp_matches(title, '学习|理论|培训|教育|传达')) AS verdict
FROM deeds
