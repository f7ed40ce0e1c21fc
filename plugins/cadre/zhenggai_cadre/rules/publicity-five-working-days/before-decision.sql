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
SELECT list_filter([_row, notice], lambda one: one IS NOT NULL) AS _rows,
       name,
       intended_post,
       CASE WHEN notice IS NULL THEN publicity_start ELSE notice_start END AS first_day,
       decision_date,
       decision_date AS fact_date,
       judge(first_day >= decision_date) AS verdict
FROM publicised
