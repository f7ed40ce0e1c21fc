WITH persons AS (
  SELECT norm_text("no") AS number, list(DISTINCT norm_name(person)) FILTER (person IS NOT NULL) AS names
  FROM (SELECT "no", unnest(split_names(person)) AS person FROM rectification.ledger) AS one
  GROUP BY 1
)
SELECT form._row, form."no", form.approver,
       CASE WHEN form.approver IS NULL THEN 'gap'
            WHEN list_contains(coalesce(persons.names, []), norm_name(form.approver)) THEN 'violation'
            ELSE judge(NOT same_name(form.applicant, form.approver)) END AS verdict
FROM rectification.closing_forms AS form
LEFT JOIN persons ON persons.number = norm_text(form."no")
