SELECT document, number, norm_text(text) AS words,
       "level" > 0 OR regexp_matches(norm_text(text), '^([一二三四五六七八九十]+、|议题[一二三四五六七八九十0-9]|第[一二三四五六七八九十]+项)') AS is_head
FROM core.paragraphs
WHERE evidence = 'cadre.party_group_minutes'
