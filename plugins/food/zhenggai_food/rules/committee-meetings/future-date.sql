SELECT _row,
       event_date,
       coalesce(event_type, '活动') AS event_type,
       as_of() AS today,
       judge(event_date <= as_of()) AS verdict
FROM food.committee_meeting_ledger
