SELECT paragraph._row, paragraph.number, paragraph.text,
       judge(NOT regexp_matches(paragraph.text, '适时|择机')
             OR regexp_matches(paragraph.text, '[0-9一二三四五六七八九十]{1,3}月|季度|半年|年底|每年')) AS verdict
FROM core.paragraphs AS paragraph
JOIN rectification.plan_document AS plan ON plan._row >> 32 = paragraph._row >> 32
WHERE contains(paragraph.text, '回头看')
