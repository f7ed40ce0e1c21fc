WITH said AS (
  SELECT _row,
         "no",
         norm_text(finding) AS finding,
         measure,
         regexp_replace(norm_text(measure), '[,，。;；、!！:：0-9.()（）*]', '', 'g') AS words
  FROM rectification.ledger
  WHERE length(measure) >= $min_chars
),
-- Measures nearly alike share their beginning or their end.
ends AS (
  SELECT *, 'a' || substr(words, 1, 6) AS piece FROM said
  UNION ALL
  SELECT *, 'z' || right(words, 6) AS piece FROM said
),
alike AS (
  SELECT DISTINCT one._row, other._row AS other_row, other."no" AS other_no
  FROM ends AS one
  JOIN ends AS other ON other.piece = one.piece
  WHERE other._row > one._row
    AND other.finding <> one.finding
    AND 1 - levenshtein(one.words, other.words) / greatest(length(one.words), length(other.words)) >= $similar
)
SELECT list_filter([said._row, alike.other_row], lambda row: row IS NOT NULL) AS _rows,
       concat_ws('|', said."no", said.finding, said.measure, alike.other_no) AS key,
       said."no",
       alike.other_no,
       said.measure,
       judge(alike.other_row IS NULL) AS verdict
FROM said
LEFT JOIN alike ON alike._row = said._row
