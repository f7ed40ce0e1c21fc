WITH said AS (
  SELECT paragraph._row, paragraph.document,
         regexp_extract(norm_text(paragraph.text), '^([^:：]{2,12}?(?:对|给)[^:：]{2,12}?)(?:同志)?(?:的|提出|提)?(?:相互)?(?:批评)?意见[:：](.+)$', 1) AS pair,
         regexp_replace(regexp_extract(norm_text(paragraph.text), '^([^:：]{2,12}?(?:对|给)[^:：]{2,12}?)(?:同志)?(?:的|提出|提)?(?:相互)?(?:批评)?意见[:：](.+)$', 2), '[^\p{L}]', '', 'g') AS words
  FROM core.paragraphs AS paragraph
  JOIN party.democratic_life AS paper ON paper._row = paragraph.document
  WHERE regexp_matches(norm_text(paragraph.text), '^[^:：]{2,12}?(?:对|给)[^:：]{2,12}?(?:同志)?(?:的|提出|提)?(?:相互)?(?:批评)?意见[:：]')
),
twin AS (
  SELECT later._row, min(earlier._row) AS twin_row, min_by(earlier.pair, earlier._row) AS other_pair
  FROM said AS later
  JOIN said AS earlier ON earlier.document = later.document AND earlier._row < later._row AND earlier.pair <> later.pair
  WHERE length(later.words) > 10
    AND length(earlier.words) > 10
    AND 1 - levenshtein(earlier.words, later.words) / greatest(length(earlier.words), length(later.words)) >= 0.9
  GROUP BY later._row
)
SELECT CASE WHEN twin._row IS NULL THEN [said._row] ELSE [said._row, twin.twin_row] END AS _rows,
       said.pair AS key, said.pair, twin.other_pair,
       CASE WHEN twin._row IS NULL THEN 'ok' ELSE 'violation' END AS verdict
FROM said
LEFT JOIN twin USING (_row)
WHERE length(said.words) > 10
UNION ALL
SELECT [_row], title, title, NULL, 'gap'
FROM party.democratic_life
WHERE contains(title, '记录')
  AND _row NOT IN (SELECT document FROM said)
