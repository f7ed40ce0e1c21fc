WITH record AS (
  SELECT _row,
         held_by,
         regexp_replace(replace(norm_name(held_by), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS name,
         type,
         date,
         host,
         date_trunc('month', date) AS month,
         -- What is the same in every record says nothing: dates, numbers, punctuation.
         regexp_replace(norm_text(content), '[0-9一二三四五六七八九十〇零年月日号时分上下午第次]|[^\p{L}]', '', 'g') AS words
  FROM (
    SELECT *, unnest(CASE WHEN branch IS NULL THEN [NULL] ELSE split_names(branch) END) AS held_by
    FROM party.meetings
    WHERE contains(norm_text(type), '谈心') IS NOT TRUE
      AND date IS NOT NULL
  )
),
comparable AS (
  SELECT *
  FROM record
  WHERE length(words) >= $min_chars
),
twin AS (
  SELECT later._row,
         later.name,
         max_by(earlier._row, earlier.date) AS twin_row,
         max(earlier.date) AS twin_date
  FROM comparable AS later
  JOIN comparable AS earlier
    ON earlier.name = later.name
   AND earlier.month < later.month
   AND earlier._row <> later._row
   AND abs(length(earlier.words) - length(later.words)) <= (1 - $alike) * greatest(length(earlier.words), length(later.words))
  WHERE earlier.words = later.words
     OR (jaccard(earlier.words, later.words) >= 0.8
         AND 1 - levenshtein(earlier.words, later.words) / greatest(length(earlier.words), length(later.words)) >= $alike)
  GROUP BY later._row, later.name
)
SELECT CASE WHEN twin.twin_row IS NULL THEN [record._row] ELSE [record._row, twin.twin_row] END AS _rows,
       record.held_by AS branch,
       record.type,
       record.date,
       twin.twin_date,
       record.host AS owner,
       record.date AS fact_date,
       CASE WHEN record.name IS NULL OR coalesce(record.words, '') = '' THEN 'gap'
            WHEN twin._row IS NOT NULL THEN 'violation'
            ELSE 'ok' END AS verdict
FROM record
LEFT JOIN twin ON twin._row = record._row AND twin.name = record.name
WHERE in_period(record.date)
