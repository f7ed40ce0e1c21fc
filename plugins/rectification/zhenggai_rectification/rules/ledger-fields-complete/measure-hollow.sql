WITH said AS (
  SELECT *,
         regexp_replace(norm_text(measure), '[,，。;；、!！:：0-9.()（）]', '', 'g') AS words
  FROM rectification.ledger
  WHERE trim(measure) <> ''
)
SELECT _row,
       "no",
       finding,
       measure,
       judge(length(words) >= $min_chars
             -- Nothing may be left once the empty phrases are taken away.
             AND length(list_reduce($empty_words, lambda rest, one: replace(rest, one, ''), words)) >= 4) AS verdict
FROM said
