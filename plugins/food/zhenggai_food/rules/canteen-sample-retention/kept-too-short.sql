WITH written AS (
  SELECT _row, 'taken' AS moment, regexp_replace(sample_time, '：', ':', 'g') AS words
  FROM food.meal_sample_record
  WHERE in_period(meal_date) IS NOT FALSE
  UNION ALL
  SELECT _row, 'discarded', regexp_replace(discard_time, '：', ':', 'g')
  FROM food.meal_sample_record
  WHERE in_period(meal_date) IS NOT FALSE
),
parts AS (
  SELECT _row,
         moment,
         day_in(words) AS day,
         regexp_replace(words, '\d{4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}日?|\d{8}', '') AS rest,
         TRY_CAST(regexp_extract(rest, '(\d{1,2})\s*[:时点]', 1) AS INTEGER)
           + CASE WHEN regexp_matches(rest, '下午|晚') AND regexp_matches(rest, '(^|\D)([1-9]|1[01])\s*[:时点]')
                  THEN 12 ELSE 0 END AS hours,
         CASE WHEN regexp_matches(rest, '[:时点]\s*半') THEN 30
              ELSE coalesce(TRY_CAST(regexp_extract(rest, '[:时点]\s*(\d{1,2})', 1) AS INTEGER), 0) END AS minutes
  FROM written
),
moments AS (
  SELECT _row,
         max(day) FILTER (moment = 'taken') AS taken_day,
         max(day) FILTER (moment = 'discarded') AS discarded_day,
         max(CASE WHEN hours <= 23 AND minutes <= 59 THEN hours * 60 + minutes END)
           FILTER (moment = 'taken') AS taken_minute,
         max(CASE WHEN hours <= 23 AND minutes <= 59 THEN hours * 60 + minutes END)
           FILTER (moment = 'discarded') AS discarded_minute
  FROM parts
  GROUP BY _row
),
kept_span AS (
  SELECT _row,
         -- A bare clock time of the sample is of the day of the meal; one of the disposal may be of any.
         discarded_day - coalesce(taken_day, CASE WHEN taken_minute IS NOT NULL THEN meal_date END) AS days,
         days * 1440 + discarded_minute - taken_minute AS minutes
  FROM food.meal_sample_record
  JOIN moments USING (_row)
)
SELECT _row,
       canteen_name,
       meal_date,
       meal,
       dish_name,
       sample_time,
       discard_time,
       keeper AS owner,
       meal_date AS fact_date,
       -- Rounded down, so that 47.96 hours are not shown as 48.
       CASE WHEN minutes IS NOT NULL THEN CAST(floor(minutes / 6.0) / 10 AS DECIMAL(12, 1)) || '小时'
            ELSE days || '天（只有日期）' END AS kept,
       CASE WHEN minutes IS NOT NULL THEN judge(minutes >= $min_hours * 60)
            WHEN (days - 1) * 24 >= $min_hours THEN 'ok'
            WHEN (days + 1) * 24 <= $min_hours THEN 'violation'
            ELSE 'gap' END AS verdict
FROM food.meal_sample_record
JOIN kept_span USING (_row)
WHERE norm_text(discard_time) <> ''
