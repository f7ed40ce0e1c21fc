WITH departures AS (
  SELECT DISTINCT doc_date AS left_on
  FROM cadre.appointment_documents
  WHERE action = '免'
    -- The head of the bureau, not a deputy, and not the head of a sub-bureau.
    AND regexp_matches(norm_text(post), '(^|[^副])局长|党组书记')
    AND NOT contains(post, '分局')
    AND doc_date IS NOT NULL
),
promoted AS (
  SELECT *
  FROM cadre.selection_register
  WHERE (kind = '提拔') IS NOT FALSE
    AND in_period(decision_date) IS NOT FALSE
),
-- The next departure after each decision.
watched AS (
  SELECT promoted.*, departures.left_on
  FROM promoted
  ASOF LEFT JOIN departures ON promoted.decision_date <= departures.left_on
)
SELECT _row,
       name,
       intended_post,
       decision_date,
       left_on,
       left_on - decision_date AS days_before,
       superior_reply_date,
       superior_reply_no,
       decision_date AS fact_date,
       CASE WHEN kind IS NULL OR decision_date IS NULL THEN 'gap'
            WHEN left_on IS NULL OR days_before > $lame_duck_days THEN 'ok'
            WHEN superior_reply_date > decision_date THEN 'violation'
            WHEN superior_reply_date IS NULL OR superior_reply_no IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM watched
