WITH every AS (
  SELECT _row, name, kind, intended_post, decision_date, must, needed,
         earliest IS NOT NULL AS present,
         -- A tick, or a reply without its date, says that it was done, not when.
         list_contains(unread, cell) OR (cell = 'discipline_reply_date' AND discipline_reply IS NOT NULL) AS undated
  FROM musts
  UNION ALL
  SELECT _row, name, kind, intended_post, decision_date, '信访举报核查', TRUE, petition_check IS NOT NULL, FALSE
  FROM chosen
)
SELECT _row,
       must AS subject,
       name,
       kind,
       intended_post,
       decision_date,
       must,
       decision_date AS fact_date,
       CASE WHEN present THEN 'ok'
            WHEN undated OR needed IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM every
WHERE needed IS NOT FALSE
