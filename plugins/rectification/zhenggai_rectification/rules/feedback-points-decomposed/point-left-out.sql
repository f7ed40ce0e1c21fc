WITH best AS (
  SELECT _row, max(likeness) AS likeness
  FROM likeness
  GROUP BY _row
)
SELECT fed_back._row,
       fed_back.finding,
       fed_back.finding AS key,
       round(least(coalesce(best.likeness, 0), 1), 2) AS likeness,
       judge(coalesce(best.likeness, 0) >= $match_min) AS verdict
FROM fed_back
LEFT JOIN best ON best._row = fed_back._row
UNION ALL
SELECT _row, '（反馈意见中没有识别出问题）' AS finding, title AS key, NULL AS likeness, 'gap' AS verdict
FROM rectification.feedback_document
WHERE (SELECT count(*) FROM fed_back) = 0
