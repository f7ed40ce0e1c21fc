WITH stated AS (
  SELECT *,
         -- “无”“未收到反映” speak of nothing; what then remains may still speak of a report.
         regexp_replace(norm_text(petition_check), '(无|没有|未收到|未接到|未发现|未有)[^。;,、]{0,12}', '', 'g') AS rest
  FROM cadre.selection_register
  WHERE kind IN ('提拔', '进一步使用')
    AND in_period(decision_date) IS NOT FALSE
    AND petition_check IS NOT NULL
)
SELECT _row,
       name,
       intended_post,
       petition_check,
       decision_date AS fact_date,
       CASE WHEN regexp_full_match(rest, '是|√|已查|已核') THEN 'gap'
            WHEN NOT regexp_matches(rest, '有|收到|反映|举报') THEN 'ok'
            ELSE judge(regexp_matches(petition_check, '查核|核查|调查|不影响|了结')) END AS verdict
FROM stated
