SELECT DISTINCT document, item, title FROM rectification.report_items WHERE kind IN ('问题', '具体问题')
