SELECT list(_row ORDER BY _row) AS _rows,
       norm_docno(minutes_no) AS key,
       any_value(minutes_no) AS minutes_no,
       count(*) AS times,
       string_agg(coalesce(CAST(event_date AS VARCHAR), '（日期空）'), '、' ORDER BY event_date) AS dates,
       CASE WHEN count(DISTINCT event_date) > 1 THEN 'violation'
            WHEN count(*) > 1 AND count(event_date) < count(*) THEN 'gap'
            ELSE 'ok' END AS verdict
FROM food.committee_meeting_ledger
WHERE event_type = '全体会议'
  AND minutes_no IS NOT NULL
GROUP BY norm_docno(minutes_no)
