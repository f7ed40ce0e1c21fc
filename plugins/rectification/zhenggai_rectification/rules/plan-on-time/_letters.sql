SELECT _row,
       title AS letter,
       coalesce(date, issued_on) AS feedback,
       lead(coalesce(date, issued_on)) OVER (ORDER BY coalesce(date, issued_on)) AS next_feedback
FROM rectification.feedback_document
