SELECT coalesce((SELECT max(coalesce(date, issued_on)) FROM rectification.feedback_document),
                (SELECT max(feedback_date) FROM rectification.report_summary)) AS feedback
