WITH part AS (
  SELECT paragraph._row, paragraph.document, paragraph.number, cleaned.title,
         regexp_replace(norm_text(paragraph.text), '[^\p{L}]', '', 'g') AS words
  FROM core.paragraphs AS paragraph
  JOIN cleaned ON cleaned._row = paragraph.document
  WHERE length(regexp_replace(norm_text(paragraph.text), '[^\p{L}]', '', 'g')) >= 40
    AND cleaned.for_year IN (SELECT year(first_day) FROM core.years)
),
repeated AS (
  SELECT later._row, min(earlier._row) AS first_row, min(earlier.number) AS first_number
  FROM part AS later
  JOIN part AS earlier ON earlier.document = later.document AND earlier.number < later.number
   AND abs(length(earlier.words) - length(later.words)) <= 0.05 * greatest(length(earlier.words), length(later.words))
  WHERE earlier.words = later.words
     OR (jaccard(earlier.words, later.words) >= 0.8
         AND 1 - levenshtein(earlier.words, later.words) / greatest(length(earlier.words), length(later.words)) >= 0.95)
  GROUP BY later._row
)
SELECT CASE WHEN repeated._row IS NULL THEN [part._row] ELSE [part._row, repeated.first_row] END AS _rows,
       part.title, part.number AS second_number, repeated.first_number,
       CASE WHEN repeated._row IS NULL THEN 'ok' ELSE 'doubt' END AS verdict
FROM part
LEFT JOIN repeated USING (_row)
UNION ALL
SELECT [_row], title, NULL, NULL, 'gap'
FROM cleaned
WHERE for_year IS NULL
