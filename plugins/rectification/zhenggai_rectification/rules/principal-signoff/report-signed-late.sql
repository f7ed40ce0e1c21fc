SELECT document._row,
       document.title AS report,
       document.title AS key,
       document.signed_by,
       document.signed_on,
       summary.report_date,
       CASE WHEN document.signed_by IS NULL OR document.signed_on IS NULL THEN '签字人或者签字日期没有写明'
            ELSE '签字晚于报告日期' END AS outcome,
       CASE WHEN document.signed_by IS NULL OR document.signed_on IS NULL OR summary.report_date IS NULL THEN 'gap'
            ELSE judge(document.signed_on <= summary.report_date) END AS verdict
FROM rectification.report_document AS document
JOIN rectification.report_summary AS summary ON summary.document = document._row >> 32
