WITH staff AS (
  SELECT *, norm_text(person_name) AS name, upper(norm_text(id_card)) AS number
  FROM food.safety_staff_register
  WHERE role IN ('食品安全总监', '食品安全员')
),
sitting AS (
  SELECT *,
         norm_text(person_name) AS name,
         upper(norm_text(id_card)) AS number,
         coalesce(exam_result = '合格', score >= $pass_score) AS good
  FROM food.exam_export
),
-- By identity number where both have it, else by name and unit: two persons may share a name.
sat AS (
  SELECT staff._row, exam_date, good
  FROM staff
  JOIN sitting USING (number)
  UNION ALL
  SELECT staff._row, exam_date, good
  FROM staff
  JOIN sitting USING (name)
  WHERE (staff.number IS NULL OR sitting.number IS NULL)
    AND name_fits(staff.subject_name, sitting.unit)
),
examined AS (
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
)
SELECT _row, subject_name, role, person_name,
       CASE WHEN passed OR failed_on IS NOT NULL THEN 'ok'
            WHEN unclear > 0 OR person_name IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM examined
