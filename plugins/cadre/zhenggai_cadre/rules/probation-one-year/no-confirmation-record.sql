WITH promoted AS (
  SELECT *,
         -- Service counts from the decision unless the register states when probation began.
         CASE WHEN probation_start_from IS NULL THEN decision_date ELSE probation_start_from END AS earliest,
         CASE WHEN probation_start_from IS NULL THEN decision_date ELSE probation_start_to END AS latest
  FROM cadre.selection_register
  WHERE kind = '提拔'
    -- Deputies of the bureau, heads and deputies of its sections and stations; the head of the
    -- bureau, elected posts and ranks have no probation.
    AND regexp_matches(norm_text(intended_post), '副局长|分局|[股科室所队站组]长|主任|总监|负责人')
    AND NOT contains(intended_post, '主任科员')
    AND (NOT regexp_matches(norm_text(intended_post), '(^|[^副])局长') OR contains(intended_post, '分局'))
    AND NOT regexp_matches(concat_ws(' ', intended_post, remarks), '选举|当选')
),
documents AS (
  SELECT norm_name(name) AS person, doc_date AS issued_on, _row AS document
  FROM cadre.appointment_documents
  WHERE action = '正式任职'
)
SELECT promoted._row,
       any_value(name) AS name,
       any_value(intended_post) AS intended_post,
       any_value(coalesce(CAST(formal_date AS VARCHAR), strftime(formal_date_from, '%Y-%m'))) AS formal_date,
       any_value(formal_date_to) AS fact_date,
       any_value(formal_date_to) + CAST($record_days AS INTEGER) AS due,
       CASE WHEN count(*) FILTER (issued_on BETWEEN formal_date_from AND formal_date_to + CAST($record_days AS INTEGER)) > 0 THEN 'ok'
            WHEN count(*) FILTER (document IS NOT NULL AND issued_on IS NULL) > 0 OR any_value(formal_date_from) IS NULL THEN 'gap'
            WHEN as_of() <= due THEN 'pending'
            ELSE 'violation' END AS verdict
FROM promoted
LEFT JOIN documents ON documents.person = norm_name(promoted.name)
LEFT JOIN core.unread AS unread ON unread._row = promoted._row AND unread.field = 'formal_date'
WHERE (formal_date_from <= period_end() AND formal_date_to >= period_start()) OR unread.field IS NOT NULL
GROUP BY promoted._row
