WITH former AS (
  SELECT _row, round, finding, result,
         regexp_replace(norm_text(finding), '[，。、；：,.;:“”"《》（）()的了]|问题$', '', 'g') AS words
  FROM rectification.previous_rounds
  WHERE trim(finding) <> ''
),
present AS (
  SELECT min(_row) AS _row, finding,
         regexp_replace(norm_text(finding), '[，。、；：,.;:“”"《》（）()的了]|问题$', '', 'g') AS words
  FROM rectification.ledger
  WHERE trim(finding) <> ''
  GROUP BY finding
),
former_pairs AS (
  SELECT DISTINCT _row, words, unnest(list_transform(range(1, greatest(length(words), 2)), lambda n: substr(words, n, 2))) AS pair FROM former
),
present_pairs AS (
  SELECT DISTINCT _row, words, unnest(list_transform(range(1, greatest(length(words), 2)), lambda n: substr(words, n, 2))) AS pair FROM present
),
likeness AS (
  SELECT former_pairs._row, present_pairs._row AS present_row,
         count(*) / least(greatest(length(former_pairs.words) - 1, 1), greatest(length(present_pairs.words) - 1, 1)) AS likeness
  FROM former_pairs
  JOIN present_pairs ON present_pairs.pair = former_pairs.pair
  GROUP BY former_pairs._row, present_pairs._row, former_pairs.words, present_pairs.words
),
best AS (
  SELECT _row, max(likeness) AS likeness, max_by(present_row, likeness) AS present_row
  FROM likeness
  GROUP BY _row
)
SELECT list_filter([former._row, CASE WHEN best.likeness >= $match_min THEN best.present_row END], lambda one: one IS NOT NULL) AS _rows,
       concat_ws('|', former.round, former.finding) AS key,
       coalesce(former.round, '上轮') AS round, former.finding AS former, coalesce(present.finding, '') AS finding,
       round(least(coalesce(best.likeness, 0), 1), 2) AS likeness,
       CASE WHEN coalesce(best.likeness, 0) < $match_min THEN 'ok'
            ELSE judge(former.result <> '整改到位') END AS verdict
FROM former
LEFT JOIN best ON best._row = former._row
LEFT JOIN present ON present._row = best.present_row
