SELECT *, norm_text("no") AS number
FROM rectification.closing_forms
