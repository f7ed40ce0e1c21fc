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
  SELECT norm_name(name) AS person, max(doc_date) AS last_document
  FROM cadre.appointment_documents
  WHERE action IN ('正式任职', '免')
  GROUP BY 1
)
SELECT promoted._row,
       promoted.name,
       intended_post,
       add_months(latest, $months) AS full_on,
       as_of() AS as_of_day,
       decision_date AS fact_date,
       add_months(latest, $months) + CAST($grace_days AS INTEGER) AS due,
       CASE WHEN formal_date_from IS NOT NULL THEN 'ok'
            -- A confirming or removing document ends the probation even where the register is silent.
            WHEN last_document > latest THEN 'ok'
            WHEN unread.field IS NOT NULL OR latest IS NULL THEN 'gap'
            WHEN as_of() > due THEN 'violation'
            ELSE 'pending' END AS verdict
FROM promoted
LEFT JOIN documents ON documents.person = norm_name(promoted.name)
LEFT JOIN core.unread AS unread ON unread._row = promoted._row AND unread.field = 'formal_date'
WHERE (latest <= period_end()) IS NOT FALSE
