SELECT paragraph._row,
       paragraph.path,
       coalesce(report.period_start, period_start()) AS first_day,
       coalesce(report.period_end, period_end()) AS last_day,
       unnest(string_split_regex(norm_text(paragraph.text), '[。；;]')) AS words
FROM core.paragraphs AS paragraph
JOIN ip.stat_report AS report ON report._row = paragraph.document
