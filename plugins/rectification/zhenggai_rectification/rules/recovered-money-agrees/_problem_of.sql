SELECT DISTINCT norm_text("no") AS number, regexp_replace(norm_text(finding), '^(针对|关于)|[，。、；：,.;:“”"《》（）()]|问题$', '', 'g') AS words
FROM rectification.ledger
WHERE trim(finding) <> ''
