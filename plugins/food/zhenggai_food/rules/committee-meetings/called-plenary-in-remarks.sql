SELECT _row,
       event_date,
       event_type,
       event_date AS fact_date,
       CASE WHEN regexp_matches(coalesce(remarks, ''), '全体会|全会') THEN 'doubt' ELSE 'ok' END AS verdict
FROM food.committee_meeting_ledger
WHERE event_type IN ('办公室会议', '专题会议')
  AND in_period(event_date) IS NOT FALSE
