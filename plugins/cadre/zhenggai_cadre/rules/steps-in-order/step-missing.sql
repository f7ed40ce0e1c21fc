WITH appointed AS (
  SELECT *,
         CASE WHEN kind IN ('提拔', '进一步使用') THEN $steps_required
              WHEN kind IS NULL THEN ['讨论决定']
              ELSE list_filter($steps_required, lambda step: step IN ('讨论决定', '任职')) END AS required
  FROM cadre.selection_register
  WHERE (kind <> '晋升职级') IS NOT FALSE
    AND in_period(decision_date) IS NOT FALSE
),
steps AS (
  SELECT *, unnest(required) AS step, generate_subscripts(required, 1) AS place
  FROM appointed
),
-- Talks and the meeting are two forms of one step.
dated AS (
  SELECT *,
         CASE step WHEN '动议' THEN motion_date_from
                   WHEN '民主推荐' THEN greatest(talk_rec_date_from, meet_rec_date_from)
                   WHEN '考察' THEN inspect_start_from
                   WHEN '讨论决定' THEN decision_date
                   WHEN '公示' THEN publicity_end
                   WHEN '任职' THEN doc_date END AS day,
         CASE step WHEN '动议' THEN ['motion_date']
                   WHEN '民主推荐' THEN ['talk_rec_date', 'meet_rec_date']
                   WHEN '考察' THEN ['inspect_start']
                   WHEN '讨论决定' THEN ['decision_date']
                   WHEN '公示' THEN ['publicity_end', 'publicity_start']
                   WHEN '任职' THEN ['doc_date'] END AS cells
  FROM steps
),
unread AS (
  SELECT _row, list(field) AS fields
  FROM core.unread
  GROUP BY _row
),
placed AS (
  SELECT dated.*,
         coalesce(list_has_any(unread.fields, cells), FALSE) AS unread,
         max(place) FILTER (day IS NOT NULL) OVER (PARTITION BY dated._row) AS last_place,
         max(place) FILTER (step = '讨论决定') OVER (PARTITION BY dated._row) AS decision_place
  FROM dated
  LEFT JOIN unread ON unread._row = dated._row
)
SELECT _row,
       step AS subject,
       name,
       kind,
       intended_post,
       step,
       decision_date,
       decision_date AS fact_date,
       decision_date + CAST($follow_up_days AS INTEGER) AS due,
       CASE WHEN kind IS NULL OR cells IS NULL THEN 'gap'
            WHEN day IS NOT NULL THEN 'ok'
            -- A tick, or one end of the publicity, says that it was done, not when.
            WHEN unread OR (step = '公示' AND publicity_start IS NOT NULL) THEN 'gap'
            WHEN step = '讨论决定' THEN 'gap'
            WHEN place > decision_place AND place > last_place
             AND as_of() <= decision_date + CAST($follow_up_days AS INTEGER) THEN 'pending'
            ELSE 'violation' END AS verdict
FROM placed
-- Without its decision an appointment cannot be placed in the period: one gap says so.
WHERE decision_date IS NOT NULL OR step = '讨论决定'
