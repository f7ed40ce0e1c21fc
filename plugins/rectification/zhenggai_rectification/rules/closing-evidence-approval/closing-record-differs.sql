SELECT closed._row, forms.approve_date AS subject, closed."no", closed.closed_date, closed.closed_by, forms.approve_date, forms.approver,
       judge(closed.closed_date = forms.approve_date AND same_name(closed.closed_by, forms.approver)) AS verdict
FROM closed
JOIN forms ON forms.number = closed.number
WHERE closed.status = '已销号'
