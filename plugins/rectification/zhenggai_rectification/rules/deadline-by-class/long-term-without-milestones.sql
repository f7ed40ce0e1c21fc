WITH feedback AS (
  SELECT coalesce((SELECT max(coalesce(date, issued_on)) FROM rectification.feedback_document),
                  (SELECT max(feedback_date) FROM rectification.report_summary)) AS feedback
),
written AS (
  -- Chinese numerals of months and days become digits: 十二月三十一日 is 12月31日.
  SELECT ledger.*,
         feedback.feedback,
         translate(regexp_replace(regexp_replace(regexp_replace(regexp_replace(norm_text(deadline),
           '([二三])十([一二三四五六七八九])', '\1\2', 'g'), '([二三])十', '\10', 'g'),
           '十([一二三四五六七八九])', '1\1', 'g'), '十', '10', 'g'), '一二三四五六七八九', '123456789') AS words
  FROM rectification.ledger AS ledger
  CROSS JOIN feedback
),
read_limits AS (
  SELECT *,
         regexp_extract_all(words, '20[0-9]{2}[年./-][0-9]{1,2}[月./-][0-9]{1,2}')[-1] AS full_day,
         regexp_extract_all(words, '20[0-9]{2}[年./-][0-9]{1,2}')[-1] AS full_month,
         try_cast(regexp_extract(words, '(20[0-9]{2})', 1) AS INTEGER) AS written_year,
         try_cast(nullif(regexp_extract(words, '([0-9]{1,2})月', 1), '') AS INTEGER) AS month_of,
         try_cast(nullif(regexp_extract(words, '[0-9]{1,2}月([0-9]{1,2})', 1), '') AS INTEGER) AS day_of,
         try_cast(nullif(regexp_extract(words, '([1-4])季度', 1), '') AS INTEGER) AS quarter_of
  FROM written
),
candidates AS (
  SELECT *,
         coalesce(category = '长期坚持', FALSE) OR coalesce(regexp_matches(words, '长期|持续|常态'), FALSE) AS long_term,
         CASE WHEN full_day IS NOT NULL THEN CAST(try_strptime(regexp_replace(full_day, '[年月./]', '-', 'g'), '%Y-%m-%d') AS DATE)
              WHEN regexp_matches(words, '20[0-9]{6}') THEN CAST(try_strptime(regexp_extract_all(words, '20[0-9]{6}')[-1], '%Y%m%d') AS DATE)
              WHEN full_month IS NOT NULL THEN last_day(CAST(try_strptime(regexp_replace(full_month, '[年./]', '-', 'g') || '-1', '%Y-%m-%d') AS DATE))
              WHEN regexp_matches(words, '季度') AND quarter_of IS NOT NULL AND coalesce(written_year, year(feedback)) IS NOT NULL
                THEN last_day(make_date(coalesce(written_year, year(feedback)), quarter_of * 3, 1))
              WHEN regexp_matches(words, '上半年') THEN make_date(coalesce(written_year, year(feedback)), 6, 30)
              WHEN regexp_matches(words, '年底|年内|年末|年底前|下半年') THEN make_date(coalesce(written_year, year(feedback)), 12, 31)
              WHEN month_of BETWEEN 1 AND 12 AND day_of IS NOT NULL
                THEN CAST(try_strptime(concat_ws('-', coalesce(written_year, year(feedback)), month_of, day_of), '%Y-%m-%d') AS DATE)
              WHEN month_of BETWEEN 1 AND 12 THEN last_day(make_date(coalesce(written_year, year(feedback)), month_of, 1))
              WHEN regexp_matches(words, '立即|当日|当天') THEN feedback
              WHEN regexp_matches(words, '立行立改|即知即改|立知立改|边巡边改') THEN feedback + $immediate_days
              WHEN regexp_matches(words, '整改期|集中整改') THEN add_months(feedback, $period_months)
              END AS named_day
  FROM read_limits
),
limits AS (
  -- A month or half-year without its year that was over before the feedback is next year's.
  SELECT *,
         CASE WHEN written_year IS NULL AND named_day < feedback THEN add_months(named_day, 12) ELSE named_day END AS limit_day
  FROM candidates
),
stepped AS (
  -- Dated steps of a staged plan: months, quarters and full dates, told apart by what is written.
  SELECT *,
         add_months(feedback, $period_months) AS period_last,
         len(list_distinct(regexp_extract_all(norm_text(concat_ws('；', measure, target, progress)),
           '20[0-9]{2}[年./-][0-9]{1,2}|[0-9一二三四五六七八九十]{1,3}月|第?[1-4一二三四]季度|[上下]半年|年底'))) AS steps
  FROM limits
)
SELECT _row, "no", finding, deadline, steps, leader AS owner,
       CASE WHEN measure IS NULL AND progress IS NULL THEN 'gap'
            ELSE judge(steps >= 2 AND (limit_day IS NULL OR limit_day > period_last) IS NOT FALSE) END AS verdict
FROM stepped
WHERE long_term
  AND category IS DISTINCT FROM '立行立改'
  AND category IS DISTINCT FROM '限期整改'
  AND status IS DISTINCT FROM '已完成'
  AND status IS DISTINCT FROM '已销号'
