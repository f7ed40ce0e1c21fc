WITH branch AS (
  SELECT _row,
         branch,
         secretary,
         fixed_day,
         regexp_replace(replace(norm_name(split_names(branch)[1]), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS name,
         try_cast(regexp_extract(norm_text(fixed_day), '([0-9]{1,2})[日号]', 1) AS INTEGER) AS day_number,
         nullif(regexp_extract(norm_text(fixed_day), '(第[一二三四五1-5]|最后一)个?(?:周|星期)[一二三四五六日天]', 1), '') AS nth,
         nullif(regexp_extract(norm_text(fixed_day), '(?:周|星期)([一二三四五六日天])', 1), '') AS weekday
  FROM party.branches
  WHERE fixed_day IS NOT NULL
),
month AS (
  SELECT year.label AS year,
         year.ended,
         year.last_day AS year_end,
         make_date(year(year.first_day), number::INTEGER, 1) AS first_day,
         last_day(make_date(year(year.first_day), number::INTEGER, 1)) AS last_day
  FROM core.years AS year,
       range(1, 13) AS months(number)
),
-- The fixed day of each month: a date, or the nth weekday, or the last.
fixed AS (
  SELECT branch.*,
         month.*,
         instr('一二三四五六日', replace(weekday, '天', '日')) AS wanted,
         first_day + CAST((wanted - isodow(first_day) + 7) % 7 AS INTEGER) AS first_one,
         instr('一二三四五', translate(replace(nth, '第', ''), '12345', '一二三四五')) AS turn,
         CASE WHEN day_number BETWEEN 1 AND 31 THEN least(first_day + day_number - 1, last_day)
              WHEN nth = '最后一' THEN last_day - CAST((isodow(last_day) - wanted + 7) % 7 AS INTEGER)
              WHEN turn BETWEEN 1 AND 5 THEN first_one + CAST(7 * (turn - 1) AS INTEGER) END AS fixed_date
  FROM branch
  CROSS JOIN month
),
theme_day AS (
  SELECT regexp_replace(replace(norm_name(held_by), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS name,
         date,
         date_trunc('month', date)::DATE AS first_day
  FROM (
    SELECT *, unnest(split_names(branch)) AS held_by
    FROM party.meetings
    WHERE date IS NOT NULL
      AND present > 0
      AND (contains(norm_text(type), '主题党日') OR coalesce(contains(norm_text(agenda), '主题党日'), FALSE))
  )
),
nearest AS (
  SELECT fixed._row,
         fixed.branch,
         fixed.secretary,
         fixed.fixed_day,
         fixed.year,
         fixed.ended,
         fixed.year_end,
         fixed.first_day,
         fixed.fixed_date,
         min(abs(theme_day.date - fixed.fixed_date)) AS distance
  FROM fixed
  LEFT JOIN theme_day USING (name, first_day)
  GROUP BY ALL
)
SELECT any_value(_row) AS _row,
       branch || '|' || year AS key,
       branch,
       year,
       any_value(fixed_day) AS fixed_day,
       count(*) FILTER (distance > $off_days) AS months_off,
       any_value(secretary) AS owner,
       least(any_value(year_end), as_of()) AS fact_date,
       any_value(year_end) AS due,
       CASE WHEN count(fixed_date) = 0 THEN 'gap'
            WHEN count(*) FILTER (distance > $off_days) > 3 THEN 'violation'
            WHEN NOT bool_and(ended) THEN 'pending'
            ELSE 'ok' END AS verdict
FROM nearest
GROUP BY branch, year
-- A year without any theme day is reported month by month elsewhere.
HAVING count(fixed_date) = 0 OR count(distance) > 0
