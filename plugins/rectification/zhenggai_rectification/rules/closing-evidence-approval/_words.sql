SELECT _row, unnest(split_names(regexp_replace(evidence, '[《》。]', '', 'g'))) AS word
FROM closed
WHERE evidence IS NOT NULL
