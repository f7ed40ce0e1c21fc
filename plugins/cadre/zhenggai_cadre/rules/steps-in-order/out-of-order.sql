WITH promoted AS (
  SELECT *
  FROM cadre.selection_register
  WHERE kind IN ('提拔', '进一步使用')
    AND in_period(decision_date)
),
steps AS (
  SELECT *, unnest($steps_required) AS step, generate_subscripts($steps_required, 1) AS place
  FROM promoted
),
-- Talks and the meeting are two forms of one step, whose date is the later of the two.
-- A date known to the month lies between the first and the last day it may mean.
dated AS (
  SELECT *,
         CASE step WHEN '动议' THEN motion_date_from
                   WHEN '民主推荐' THEN greatest(talk_rec_date_from, meet_rec_date_from)
                   WHEN '考察' THEN inspect_start_from
                   WHEN '讨论决定' THEN decision_date
                   WHEN '公示' THEN publicity_end
                   WHEN '任职' THEN doc_date END AS earliest,
         CASE step WHEN '动议' THEN motion_date_to
                   WHEN '民主推荐' THEN greatest(talk_rec_date_to, meet_rec_date_to)
                   WHEN '考察' THEN inspect_start_to
                   ELSE earliest END AS latest,
         step = '民主推荐' AND unread.field IS NOT NULL AS half_read
  FROM steps
  LEFT JOIN (SELECT DISTINCT _row AS at, 'recommended' AS field
             FROM core.unread
             WHERE field IN ('talk_rec_date', 'meet_rec_date')) AS unread ON unread.at = steps._row
),
pairs AS (
  SELECT *,
         lead(step) OVER following AS later,
         lead(earliest) OVER following AS later_earliest,
         lead(latest) OVER following AS later_latest,
         lead(half_read) OVER following AS later_half_read
  FROM dated
  WHERE earliest IS NOT NULL
  WINDOW following AS (PARTITION BY _row ORDER BY place)
),
ordered AS (
  SELECT *,
         list_has_any($strict_pairs, [step || '→' || later, replace(step, '公示', '公示止') || '→' || later]) AS strict
  FROM pairs
  WHERE later IS NOT NULL
    -- A promotion document issued before publicity ended is told by publicity-five-working-days.
    AND NOT (kind = '提拔' AND step = '公示' AND later = '任职')
)
SELECT _row,
       step || '→' || later AS subject,
       name,
       intended_post,
       step,
       later,
       CASE WHEN earliest = latest THEN CAST(latest AS VARCHAR) ELSE strftime(latest, '%Y-%m') END AS step_day,
       CASE WHEN later_earliest = later_latest THEN CAST(later_latest AS VARCHAR)
            ELSE strftime(later_latest, '%Y-%m') END AS later_day,
       decision_date AS fact_date,
       CASE WHEN half_read OR later_half_read THEN 'gap'
            WHEN later_latest < earliest OR (strict AND later_latest = earliest) THEN 'violation'
            WHEN later_earliest > latest OR (NOT strict AND later_earliest = latest) THEN 'ok'
            ELSE 'gap' END AS verdict
FROM ordered
