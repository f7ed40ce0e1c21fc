WITH fed_back AS (
  SELECT _row,
         finding,
         regexp_replace(norm_text(finding), '[，。、；：,.;:“”"《》（）()的了]|问题$', '', 'g') AS words
  FROM rectification.feedback_items
),
listed AS (
  SELECT min(_row) AS _row,
         finding,
         any_value(source) AS source,
         regexp_replace(norm_text(finding), '^(针对|关于)|[，。、；：,.;:“”"《》（）()的了]|问题$', '', 'g') AS words
  FROM rectification.ledger
  WHERE trim(finding) <> ''
  GROUP BY finding
),
fed_pairs AS (
  SELECT DISTINCT _row, words, unnest(list_transform(range(1, greatest(length(words), 2)), lambda n: substr(words, n, 2))) AS pair
  FROM fed_back
),
listed_pairs AS (
  SELECT DISTINCT finding, words, unnest(list_transform(range(1, greatest(length(words), 2)), lambda n: substr(words, n, 2))) AS pair
  FROM listed
),
likeness AS (
  SELECT fed_pairs._row,
         listed_pairs.finding,
         count(*) / least(greatest(length(fed_pairs.words) - 1, 1), greatest(length(listed_pairs.words) - 1, 1)) AS likeness
  FROM fed_pairs
  JOIN listed_pairs ON listed_pairs.pair = fed_pairs.pair
  GROUP BY fed_pairs._row, listed_pairs.finding, fed_pairs.words, listed_pairs.words
),
best AS (
  SELECT finding, max(likeness) AS likeness
  FROM likeness
  GROUP BY finding
)
SELECT listed._row,
       listed.finding,
       CASE WHEN (SELECT count(*) FROM fed_back) = 0 THEN 'gap'
            ELSE judge(coalesce(best.likeness, 0) >= $match_min) END AS verdict
FROM listed
LEFT JOIN best ON best.finding = listed.finding
WHERE listed.source IS NULL
   OR listed.source = '巡察'
