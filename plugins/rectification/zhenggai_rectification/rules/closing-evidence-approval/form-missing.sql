SELECT closed._row, closed."no", closed.finding, closed.status, closed.leader AS owner,
       CASE WHEN closed.number IS NULL OR (SELECT count(*) FROM forms) = 0 THEN 'gap'
            ELSE judge(count(forms._row) > 0) END AS verdict
FROM closed
LEFT JOIN forms ON forms.number = closed.number
WHERE $form_required
GROUP BY closed._row, closed."no", closed.finding, closed.status, closed.leader, closed.number
