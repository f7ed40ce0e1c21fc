SELECT max(coalesce(date, issued_on)) AS letter
FROM rectification.feedback_document
