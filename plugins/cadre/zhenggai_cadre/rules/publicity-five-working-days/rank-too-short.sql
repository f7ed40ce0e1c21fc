WITH spanned AS (
  SELECT *,
         publicity_start AS first_day,
         publicity_end AS last_day,
         -- What is put up on the day of the meeting cannot have hung there the whole of that day.
         CASE WHEN first_day = decision_date OR NOT $count_start_day THEN first_day ELSE first_day - 1 END AS before_first
  FROM cadre.rank_register
  WHERE in_period(approve_date) IS NOT FALSE
)
SELECT _row,
       name,
       to_rank,
       first_day,
       last_day,
       greatest(workdays_between(before_first, last_day), 0) AS counted,
       coalesce(nullif(array_to_string(list_transform(list_filter(
         list_transform(range(0, least(last_day - first_day + 1, 60)), lambda step: first_day + CAST(step AS INTEGER)),
         lambda day: NOT is_workday(day)), lambda day: strftime(day, '%m-%d')), '、'), ''), '无') AS rest_days,
       approve_date AS fact_date,
       judge(workdays_between(before_first, last_day) >= $rank_days) AS verdict
FROM spanned
