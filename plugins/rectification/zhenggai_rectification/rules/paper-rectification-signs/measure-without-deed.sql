SELECT _row, "no", finding, measure, leader AS owner,
       CASE WHEN trim(coalesce(measure, '')) = '' THEN 'gap'
            ELSE judge(list_bool_or(list_transform($doing_words, lambda word: contains(measure, word)))) END AS verdict
FROM rectification.ledger
-- Shorter ones are reported as hollow by the completeness of the ledger.
WHERE measure IS NULL
   OR length(norm_text(measure)) >= 12
