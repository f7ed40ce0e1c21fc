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
)
SELECT promoted._row,
       name,
       intended_post,
       CASE WHEN earliest = latest THEN CAST(earliest AS VARCHAR) ELSE strftime(earliest, '%Y-%m') END AS probation_from,
       coalesce(CAST(formal_date AS VARCHAR), strftime(formal_date_from, '%Y-%m')) AS confirmed_on,
       add_months(latest, $months) AS full_on,
       coalesce(formal_date, decision_date) AS fact_date,
       CASE WHEN formal_date_to < add_months(earliest, $months) THEN 'violation'
            WHEN formal_date_from >= add_months(latest, $months) THEN 'ok'
            ELSE 'gap' END AS verdict
FROM promoted
LEFT JOIN core.unread AS unread ON unread._row = promoted._row AND unread.field = 'formal_date'
WHERE (formal_date_from <= period_end() AND formal_date_to >= period_start()) OR unread.field IS NOT NULL
