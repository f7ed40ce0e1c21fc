WITH meetings AS (
  SELECT date AS met
  FROM rectification.minutes
  WHERE contains(norm_text(topic), '整改方案')
),
heard AS (
  SELECT plans._row,
         plans.title AS plan,
         plans.made,
         plans.meeting_date,
         max(letters.feedback) AS feedback,
         count(*) FILTER (meetings.met BETWEEN letters.feedback AND plans.made) AS in_time,
         count(*) FILTER (meetings.met > plans.made) AS after_issue
  FROM plans
  LEFT JOIN letters ON letters.feedback <= plans.made AND (letters.next_feedback IS NULL OR plans.made < letters.next_feedback)
  LEFT JOIN meetings ON meetings.met >= letters.feedback
  GROUP BY ALL
)
SELECT _row,
       plan,
       plan AS key,
       made,
       CASE WHEN after_issue > 0 OR meeting_date > made THEN '先印发后审议'
            WHEN (SELECT count(*) FROM rectification.minutes) = 0 THEN '没有党组会议记录可查'
            ELSE '没有审议整改方案的党组会议记录' END AS outcome,
       CASE WHEN made IS NULL OR feedback IS NULL THEN 'gap'
            WHEN in_time > 0 THEN 'ok'
            WHEN after_issue > 0 OR meeting_date > made THEN 'violation'
            WHEN (SELECT count(*) FROM rectification.minutes) = 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM heard
