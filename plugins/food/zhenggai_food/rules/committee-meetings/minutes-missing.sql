SELECT _row,
       event_date,
       chair AS owner,
       event_date AS fact_date,
       judge(minutes_no IS NOT NULL) AS verdict
FROM food.committee_meeting_ledger
WHERE event_type = '全体会议'
  AND in_period(event_date) IS NOT FALSE
