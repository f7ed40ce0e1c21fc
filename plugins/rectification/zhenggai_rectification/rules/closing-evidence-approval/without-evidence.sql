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
SELECT closed._row, closed."no", closed.finding, closed.status, coalesce(closed.evidence, '（未填）') AS evidence, closed.leader AS owner,
       CASE WHEN closed.number IS NULL AND closed.evidence IS NULL THEN 'gap'
            ELSE judge(count(files._row) FILTER (files.bytes IS NULL OR files.bytes > 0) > 0) END AS verdict
FROM closed
LEFT JOIN attached ON attached._row = closed._row
LEFT JOIN files ON files._row = attached.file_row
GROUP BY closed._row, closed."no", closed.finding, closed.status, closed.evidence, closed.leader, closed.number
