SELECT staff._row,
       any_value(subject_name) AS subject_name,
       any_value(role) AS role,
       any_value(person_name) AS person_name,
       coalesce(bool_or(good AND exam_date > add_months(as_of(), -$exam_valid_months) AND exam_date <= as_of()), FALSE) AS passed,
       max(exam_date) FILTER (NOT good AND exam_date > add_months(as_of(), -$exam_valid_months) AND exam_date <= as_of()) AS failed_on,
       count(*) FILTER (sat._row IS NOT NULL AND (exam_date IS NULL OR good IS NULL)) AS unclear
FROM staff
LEFT JOIN sat USING (_row)
GROUP BY staff._row
