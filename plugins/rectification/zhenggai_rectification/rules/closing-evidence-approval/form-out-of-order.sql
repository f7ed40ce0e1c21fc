WITH done AS (
  SELECT norm_text("no") AS number, max(completed_date) AS completed_date
  FROM rectification.ledger
  GROUP BY 1
)
SELECT form._row, form."no",
       coalesce(done.completed_date, form.completed) AS completed,
       form.apply_date, form.approve_date,
       CASE WHEN form.apply_date < coalesce(done.completed_date, form.completed) OR form.approve_date < form.apply_date THEN 'violation'
            ELSE judge(form.apply_date >= coalesce(done.completed_date, form.completed) AND form.approve_date >= form.apply_date) END AS verdict
FROM rectification.closing_forms AS form
LEFT JOIN done ON done.number = norm_text(form."no")
