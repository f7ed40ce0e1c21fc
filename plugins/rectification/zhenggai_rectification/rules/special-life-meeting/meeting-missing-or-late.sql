WITH letters AS (
  SELECT _row, title AS letter, coalesce(date, issued_on) AS feedback,
         coalesce(date, issued_on) + $min_days AS first_day,
         add_months(coalesce(date, issued_on), $within_months) AS last_day,
         lead(coalesce(date, issued_on)) OVER (ORDER BY coalesce(date, issued_on)) AS next_feedback
  FROM rectification.feedback_document
),
meetings AS (
  SELECT date AS met FROM party.democratic_life WHERE kind = '巡察整改专题民主生活会'
  UNION
  SELECT date AS met
  FROM rectification.minutes
  WHERE contains(topic, '民主生活会')
    AND regexp_matches(topic, '巡察|整改')
    -- Resolving to hold one, or hearing of one, is not holding it; nor do branches' meetings stand for it.
    AND NOT regexp_matches(topic, '组织生活会|方案|筹备|年度民主生活会')
  UNION
  -- Held together with the annual meeting only by written instruction.
  SELECT date AS met
  FROM rectification.minutes
  WHERE contains(topic, '年度民主生活会')
    AND regexp_matches(text, '巡察')
    AND regexp_matches(text, '合并召开|一并召开')
    AND regexp_matches(text, '同意|批准|通知要求|批复')
),
kept AS (
  SELECT (SELECT count(*) FROM party.democratic_life) + (SELECT count(*) FROM rectification.minutes) AS papers
)
SELECT letters._row, letters.letter, letters.feedback, letters.first_day, letters.last_day, letters.last_day AS due,
       CASE WHEN count(meetings.met) FILTER (meetings.met > letters.last_day) > 0 THEN '晚于期限'
            WHEN count(meetings.met) FILTER (meetings.met < letters.first_day AND meetings.met >= letters.feedback) > 0 THEN '反馈后不满' || $min_days || '天即召开，准备不足'
            ELSE '没有召开记录' END AS outcome,
       CASE WHEN letters.feedback IS NULL THEN 'gap'
            WHEN count(meetings.met) FILTER (meetings.met BETWEEN letters.first_day AND letters.last_day) > 0 THEN 'ok'
            WHEN as_of() <= letters.last_day THEN 'pending'
            WHEN kept.papers = 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM letters
CROSS JOIN kept
LEFT JOIN meetings ON letters.next_feedback IS NULL OR meetings.met < letters.next_feedback
GROUP BY letters._row, letters.letter, letters.feedback, letters.first_day, letters.last_day, kept.papers
