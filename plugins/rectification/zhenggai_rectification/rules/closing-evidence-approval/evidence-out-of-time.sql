WITH closed AS (
  SELECT *, norm_text("no") AS number
  FROM rectification.ledger
  WHERE status IN ('已完成', '已销号')
),
files AS (
  SELECT _row, path, date, created, bytes, sha256,
         regexp_replace(norm_text(regexp_extract(replace(path, chr(92), '/'), '[^/]+$')), '[.][A-Za-z0-9]+$', '') AS name,
         unnest(CASE WHEN problem_id IS NULL THEN [NULL::VARCHAR] ELSE split_names(problem_id) END) AS number
  FROM rectification.evidence_files
),
words AS (
  SELECT _row, unnest(split_names(regexp_replace(evidence, '[《》。]', '', 'g'))) AS word
  FROM closed
  WHERE evidence IS NOT NULL
),
attached AS (
  -- By the number given, by the number that opens the file's name, or by the name in the cell.
  SELECT closed._row, files._row AS file_row
  FROM closed
  JOIN files ON norm_text(files.number) = closed.number
  UNION
  SELECT closed._row, files._row AS file_row
  FROM closed
  JOIN files ON files.number IS NULL AND regexp_extract(files.name, '^[0-9]+') = closed.number
  UNION
  SELECT words._row, files._row AS file_row
  FROM words
  JOIN files ON files.name = regexp_replace(norm_text(words.word), '[.][A-Za-z0-9]+$', '')
),
feedback AS (
  SELECT coalesce((SELECT max(coalesce(date, issued_on)) FROM rectification.feedback_document),
                  (SELECT max(feedback_date) FROM rectification.report_summary)) AS feedback
)
SELECT files._row,
       closed."no" AS subject,
       closed."no", closed.finding, files.path, files.date,
       CASE WHEN files.date > closed.closed_date THEN '晚于销号日期' ELSE '早于反馈，是整改前的材料' END AS outcome,
       CASE WHEN files.date > closed.closed_date THEN 'violation' ELSE judge(files.date >= feedback.feedback) END AS verdict
FROM closed
JOIN attached ON attached._row = closed._row
JOIN (SELECT DISTINCT _row, path, date FROM files) AS files ON files._row = attached.file_row
CROSS JOIN feedback
