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
deferred AS (
  SELECT *,
         coalesce(extended_to, CAST(try_strptime(regexp_replace(
           regexp_extract(norm_text(note), '延期至(20[0-9]{2}[年./-][0-9]{1,2}[月./-][0-9]{1,2})', 1), '[年月./]', '-', 'g'), '%Y-%m-%d') AS DATE)) AS asked_day,
         -- A deferral counts when a leader or the party group has agreed to it.
         extension_by IS NOT NULL OR coalesce(regexp_matches(note, '批准|同意|审定|党组会?研究'), FALSE) AS approved
  FROM limits
),
due_rows AS (
  SELECT *,
         CASE WHEN asked_day IS NOT NULL AND approved THEN asked_day ELSE limit_day END AS effective_day
  FROM deferred
)
SELECT _row,
       "no",
       finding,
       effective_day,
       completed_date,
       completed_date - effective_day AS days_late,
       leader AS owner,
       judge(completed_date <= effective_day) AS verdict
FROM due_rows
WHERE completed_date <= as_of()
  AND NOT (long_term AND effective_day IS NULL)
