SELECT paper, documents._row AS document, path, held_on,
       norm_text(concat_ws(' ', path, title, text)) AS words,
       length(coalesce(norm_text(text), '')) AS characters,
       regexp_matches(lower(path), '[.](pdf|jpe?g|png|tiff?)$') AS may_be_scan
FROM documents
JOIN demanded ON regexp_matches(norm_text(concat_ws(' ', regexp_extract(path, '[^/]*$'), title)), pattern)
-- A text of a few words is an empty form; a picture without words is a paper nobody has read.
WHERE length(coalesce(norm_text(text), '')) >= 30
   OR regexp_matches(lower(path), '[.](pdf|jpe?g|png|tiff?)$')
