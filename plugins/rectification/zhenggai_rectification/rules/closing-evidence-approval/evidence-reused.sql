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
)
SELECT files._row, any_value(files.path) AS path, count(DISTINCT closed.number) AS times,
       CASE WHEN count(closed._row) = 0 THEN 'gap' ELSE judge(count(DISTINCT closed.number) <= $max_share_ev) END AS verdict
FROM files
LEFT JOIN attached ON attached.file_row = files._row
LEFT JOIN closed ON closed._row = attached._row
GROUP BY files._row
HAVING count(closed._row) > 0
   OR count(files.number) = 0
