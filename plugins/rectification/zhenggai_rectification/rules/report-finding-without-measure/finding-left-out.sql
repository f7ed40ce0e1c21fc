WITH problems AS (
  SELECT _row, finding AS problem FROM rectification.feedback_items
  UNION ALL
  -- Without the letter itself the ledger's problems stand for it; those found by the unit itself do not.
  SELECT min(_row) AS _row, finding AS problem
  FROM rectification.ledger
  WHERE (SELECT count(*) FROM rectification.feedback_items) = 0
    AND finding IS NOT NULL
    AND source IS DISTINCT FROM '自查'
  GROUP BY finding
),
wanted AS (
  SELECT _row,
         problem,
         regexp_replace(norm_text(problem), '^(针对|关于)|[，。、；：“”"《》（）()的了]|问题$', '', 'g') AS words
  FROM problems
),
headings AS (
  SELECT document,
         regexp_replace(norm_text(title), '[，。、；：“”"《》（）()的了]', '', 'g') AS words
  FROM rectification.report_items
  WHERE kind IN ('问题', '具体问题')
),
wanted_pairs AS (
  SELECT DISTINCT _row, words, unnest(list_transform(range(1, greatest(length(words), 2)), lambda n: substr(words, n, 2))) AS pair
  FROM wanted
),
heading_pairs AS (
  SELECT DISTINCT document, words, unnest(list_transform(range(1, greatest(length(words), 2)), lambda n: substr(words, n, 2))) AS pair
  FROM headings
),
likeness AS (
  SELECT wanted_pairs._row,
         heading_pairs.document,
         count(*) / least(greatest(length(wanted_pairs.words) - 1, 1), greatest(length(heading_pairs.words) - 1, 1)) AS likeness
  FROM wanted_pairs
  JOIN heading_pairs ON heading_pairs.pair = wanted_pairs.pair
  GROUP BY wanted_pairs._row, heading_pairs.document, wanted_pairs.words, heading_pairs.words
),
best AS (
  SELECT _row, document, max(likeness) AS likeness
  FROM likeness
  GROUP BY _row, document
)
SELECT wanted._row,
       summary.report || '|' || wanted.problem AS key,
       wanted.problem,
       summary.report,
       round(least(coalesce(best.likeness, 0), 1), 2) AS likeness,
       judge(coalesce(best.likeness, 0) >= $match_min) AS verdict
FROM wanted
CROSS JOIN rectification.report_summary AS summary
LEFT JOIN best ON best._row = wanted._row AND best.document = summary.document
UNION ALL
SELECT summary._row,
       summary.report AS key,
       '（没有反馈意见和台账可供对照）' AS problem,
       summary.report,
       NULL AS likeness,
       'gap' AS verdict
FROM rectification.report_summary AS summary
WHERE (SELECT count(*) FROM wanted) = 0
