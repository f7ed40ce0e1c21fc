WITH heads AS (
  SELECT list(DISTINCT norm_name(name)) AS names, string_agg(DISTINCT name, '、') AS shown, list(_row ORDER BY _row) AS _rows
  FROM rectification.leader_duties
  WHERE regexp_matches(post, '书记|局长')
    AND NOT regexp_matches(post, '副书记|副局长|纪检')
    AND ("until" IS NULL OR "until" >= as_of())
),
led AS (
  SELECT DISTINCT norm_text(finding) AS finding, norm_name(unnest(split_names(leader))) AS name
  FROM rectification.ledger
)
SELECT coalesce(heads._rows, []) AS _rows,
       'principal' AS key,
       coalesce(heads.shown, '（名单中没有书记、局长）') AS names,
       count(DISTINCT led.finding) AS times,
       CASE WHEN heads.names IS NULL THEN 'gap' ELSE judge(count(DISTINCT led.finding) >= $min_principal) END AS verdict
FROM heads
LEFT JOIN led ON list_contains(heads.names, led.name)
GROUP BY heads._rows, heads.shown, heads.names
