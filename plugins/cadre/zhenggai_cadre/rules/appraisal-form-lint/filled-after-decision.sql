WITH form AS (
  SELECT *, norm_name(name) AS person
  FROM cadre.appraisal_form
),
paired AS (
  SELECT form._row, form.name, form_date, decision_date,
         (norm_text(form.intended_post) = norm_text(selected.intended_post)) IS TRUE AS same_post,
         bool_or((norm_text(form.intended_post) = norm_text(selected.intended_post)) IS TRUE) OVER (PARTITION BY form._row) AS post_known
  FROM form
  JOIN cadre.selection_register AS selected ON norm_name(selected.name) = form.person
    AND (selected.id_card <> form.id_card) IS NOT TRUE
)
SELECT _row,
       any_value(name) AS name,
       any_value(form_date) AS form_date,
       max(decision_date) AS decision_date,
       any_value(form_date) AS fact_date,
       CASE WHEN bool_or(form_date <= decision_date) THEN 'ok'
            WHEN count(*) FILTER (form_date IS NULL OR decision_date IS NULL) > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM paired
-- Of several decisions the one on the post of the form counts.
WHERE same_post OR NOT post_known
GROUP BY _row
