WITH promoted AS (
  SELECT _row, name, norm_name(name) AS person, id_card, birth_month, intended_post, decision_date,
         formal_date_from, formal_date_to,
         -- Posts that carry probation: as in the other aspects.
         regexp_matches(norm_text(intended_post), '副局长|分局|[股科室所队站组]长|主任|总监|负责人')
           AND NOT contains(intended_post, '主任科员')
    AND (NOT regexp_matches(norm_text(intended_post), '(^|[^副])局长') OR contains(intended_post, '分局'))
           AND NOT regexp_matches(concat_ws(' ', intended_post, remarks), '选举|当选') AS on_probation
  FROM cadre.selection_register
  WHERE kind = '提拔'
),
namesakes AS (
  SELECT norm_name(name) AS person, count(*) AS people
  FROM cadre.roster
  GROUP BY 1
),
paired AS (
  SELECT later.*,
         earlier._row AS earlier_row,
         earlier.intended_post AS earlier_post,
         earlier.decision_date AS earlier_decision,
         earlier.formal_date_from AS earlier_formal_from,
         earlier.formal_date_to AS earlier_formal_to,
         (later.id_card = earlier.id_card OR later.birth_month = earlier.birth_month) IS TRUE AS surely_same,
         (later.id_card <> earlier.id_card OR later.birth_month <> earlier.birth_month) IS TRUE AS surely_other
  FROM promoted AS later
  LEFT JOIN promoted AS earlier ON earlier.person = later.person
    AND earlier.decision_date < later.decision_date
    AND earlier.on_probation
    AND NOT (later.id_card <> earlier.id_card OR later.birth_month <> earlier.birth_month) IS TRUE
  WHERE in_period(later.decision_date) IS NOT FALSE
  QUALIFY row_number() OVER (PARTITION BY later._row ORDER BY earlier.decision_date DESC NULLS LAST, earlier._row) = 1
)
SELECT list_filter([paired._row, earlier_row], lambda one: one IS NOT NULL) AS _rows,
       name,
       intended_post,
       decision_date,
       earlier_post,
       earlier_decision,
       coalesce(strftime(earlier_formal_from, '%Y-%m-%d') || '正式任职', '正式任职时间未填') AS earlier_formal,
       decision_date AS fact_date,
       CASE WHEN decision_date IS NULL THEN 'gap'
            WHEN earlier_row IS NULL THEN 'ok'
            WHEN decision_date >= earlier_formal_to THEN 'ok'
            WHEN NOT surely_same AND coalesce(namesakes.people, 0) > 1 THEN 'gap'
            WHEN unread.field IS NOT NULL THEN 'gap'
            WHEN earlier_formal_from IS NULL OR decision_date < earlier_formal_from THEN 'violation'
            ELSE 'gap' END AS verdict
FROM paired
LEFT JOIN namesakes ON namesakes.person = paired.person
LEFT JOIN core.unread AS unread ON unread._row = earlier_row AND unread.field = 'formal_date'
