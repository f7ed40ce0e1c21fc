SELECT promoted._row,
       name,
       intended_post,
       decision_date AS fact_date,
       CASE WHEN matched._row IS NOT NULL THEN 'ok' ELSE 'violation' END AS verdict
FROM promoted
LEFT JOIN matched ON matched._row = promoted._row
LEFT JOIN (SELECT DISTINCT _row FROM core.unread WHERE field IN ('talk_rec_date', 'meet_rec_date')) AS ticked
  ON ticked._row = promoted._row
-- Where the register knows of no recommendation either, steps-in-order tells the missing step.
WHERE matched._row IS NOT NULL
   OR talk_rec_date_from IS NOT NULL
   OR meet_rec_date_from IS NOT NULL
   OR ticked._row IS NOT NULL
