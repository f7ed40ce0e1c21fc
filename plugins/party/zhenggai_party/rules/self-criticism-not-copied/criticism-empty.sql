WITH said AS (
  SELECT paragraph._row, paragraph.document,
         regexp_extract(norm_text(paragraph.text), '^([^:：]{2,12}?(?:对|给)[^:：]{2,12}?)(?:同志)?(?:的|提出|提)?(?:相互)?(?:批评)?意见[:：](.*)$', 1) AS pair,
         regexp_replace(regexp_extract(norm_text(paragraph.text), '^([^:：]{2,12}?(?:对|给)[^:：]{2,12}?)(?:同志)?(?:的|提出|提)?(?:相互)?(?:批评)?意见[:：](.*)$', 2), '[^\p{L}0-9]', '', 'g') AS words
  FROM core.paragraphs AS paragraph
  JOIN party.democratic_life AS paper ON paper._row = paragraph.document
  WHERE regexp_matches(norm_text(paragraph.text), '^[^:：]{2,12}?(?:对|给)[^:：]{2,12}?(?:同志)?(?:的|提出|提)?(?:相互)?(?:批评)?意见[:：]')
)
SELECT _row, pair, words, length(words) AS chars, judge(length(words) > 10) AS verdict
FROM said
UNION ALL
SELECT _row, title, NULL, NULL, 'gap'
FROM party.democratic_life
WHERE contains(title, '记录')
  AND _row NOT IN (SELECT document FROM said)
