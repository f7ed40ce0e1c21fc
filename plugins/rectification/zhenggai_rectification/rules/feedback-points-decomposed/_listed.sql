SELECT min(_row) AS _row,
       finding,
       any_value(source) AS source,
       regexp_replace(norm_text(finding), '^(针对|关于)|[，。、；：,.;:“”"《》（）()的了]|问题$', '', 'g') AS words
FROM rectification.ledger
WHERE trim(finding) <> ''
GROUP BY finding
