WITH said AS (
  SELECT _row, measure, regexp_replace(norm_text(measure), '[,，。;；、!！:：0-9.()（）*]', '', 'g') AS words
  FROM rectification.ledger
),
ends AS (
  SELECT *, 'a' || substr(words, 1, 5) AS piece FROM said WHERE words <> ''
  UNION ALL
  SELECT *, 'z' || right(words, 5) AS piece FROM said WHERE words <> ''
),
alike AS (
  SELECT DISTINCT one._row, other._row AS other_row
  FROM ends AS one
  JOIN ends AS other ON other.piece = one.piece
  WHERE 1 - levenshtein(one.words, other.words) / greatest(length(one.words), length(other.words)) >= 0.9
)
SELECT said._row, said.measure, count(alike.other_row) AS times,
       CASE WHEN coalesce(said.words, '') = '' THEN 'gap' ELSE judge(count(alike.other_row) < 10) END AS verdict
FROM said
LEFT JOIN alike ON alike._row = said._row
GROUP BY said._row, said.measure, said.words
