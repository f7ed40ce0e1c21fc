-- Words open to the public: what the record quotes, and papers marked for the public.
SELECT _row, title, kind || '《' || title || '》' AS place, body AS words
FROM rectification.publication
WHERE kind IN ('社会公开', '网站', '公示栏')
UNION ALL
SELECT paragraph._row, paper.title, '《' || paper.title || '》第' || paragraph.number || '段' AS place, paragraph.text AS words
FROM core.paragraphs AS paragraph
JOIN rectification.report_document AS paper ON paper._row >> 32 = paragraph._row >> 32
WHERE paper.audience = '社会公开'
   OR (paper.audience IS NULL AND contains(paper.title, '公开'))
