WITH promoted AS (
  SELECT *
  FROM cadre.selection_register
  WHERE (kind = '提拔') IS NOT FALSE
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
),
spanned AS (
  SELECT *,
         CASE WHEN notice IS NULL THEN publicity_start ELSE notice_start END AS first_day,
         CASE WHEN notice IS NULL THEN publicity_end ELSE notice_end END AS last_day,
         -- What is put up on the day of the meeting cannot have hung there the whole of that day.
         CASE WHEN first_day = decision_date OR NOT $count_start_day THEN first_day ELSE first_day - 1 END AS before_first
  FROM publicised
)
SELECT list_filter([_row, notice], lambda one: one IS NOT NULL) AS _rows,
       name,
       intended_post,
       first_day,
       last_day,
       greatest(workdays_between(before_first, last_day), 0) AS counted,
       coalesce(nullif(array_to_string(list_transform(list_filter(
         list_transform(range(0, least(last_day - first_day + 1, 60)), lambda step: first_day + CAST(step AS INTEGER)),
         lambda day: NOT is_workday(day)), lambda day: strftime(day, '%m-%d')), '、'), ''), '无') AS rest_days,
       decision_date AS fact_date,
       CASE WHEN kind IS NULL THEN 'gap'
            ELSE judge(workdays_between(before_first, last_day) >= $days) END AS verdict
FROM spanned
