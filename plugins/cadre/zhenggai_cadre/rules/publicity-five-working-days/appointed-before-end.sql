WITH promoted AS (
  SELECT *
  FROM cadre.selection_register
  WHERE kind = '提拔'
    AND in_period(decision_date) IS NOT FALSE
    AND NOT coalesce(list_bool_or(list_transform(CAST($exempt_posts AS VARCHAR[]),
          lambda post: contains(intended_post, post))), FALSE)
    AND NOT contains(concat_ws(' ', publicity_result, remarks), '换届')
),
-- Of several notices naming a person, the one nearest to the decision speaks of this appointment.
publicised AS (
  SELECT promoted.*, notice.notice, notice_start, notice_end, exception_reason, notice.text AS notice_text
  FROM promoted
  LEFT JOIN named ON named.person = norm_name(promoted.name)
  LEFT JOIN notice ON notice.notice = named.notice
    AND (abs(notice_start - decision_date) <= 180) IS NOT FALSE
  QUALIFY row_number() OVER (
    PARTITION BY promoted._row
    ORDER BY notice.notice IS NULL, abs(notice_start - decision_date) NULLS LAST, notice.notice) = 1
)
SELECT list_filter([publicised._row, notice], lambda one: one IS NOT NULL) AS _rows,
       name,
       intended_post,
       CASE WHEN notice IS NULL THEN publicity_end ELSE notice_end END AS last_day,
       doc_date,
       decision_date AS fact_date,
       last_day + 1 AS due,
       CASE WHEN doc_date IS NULL AND unread.field IS NULL AND as_of() <= last_day THEN 'pending'
            ELSE judge(doc_date > last_day) END AS verdict
FROM publicised
LEFT JOIN core.unread AS unread ON unread._row = publicised._row AND unread.field = 'doc_date'
