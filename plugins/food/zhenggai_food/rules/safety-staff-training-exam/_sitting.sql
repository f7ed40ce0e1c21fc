SELECT *,
       norm_text(person_name) AS name,
       upper(norm_text(id_card)) AS number,
       coalesce(exam_result = '合格', score >= $pass_score) AS good
FROM food.exam_export
