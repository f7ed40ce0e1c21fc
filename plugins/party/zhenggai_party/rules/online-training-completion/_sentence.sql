SELECT paragraph._row,
       report.issued_on,
       unnest(string_split_regex(norm_text(paragraph.text), '[。;；]')) AS words
FROM core.paragraphs AS paragraph
JOIN rectification.report_document AS report ON report._row = paragraph.document
