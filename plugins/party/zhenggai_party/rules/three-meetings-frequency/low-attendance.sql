SELECT _row,
       branch,
       type,
       date,
       "due" AS expected,
       present,
       coalesce(leave, 0) AS on_leave,
       round(100.0 * present / nullif("due", 0), 1) AS rate,
       host AS owner,
       date AS fact_date,
       CASE WHEN coalesce("due", 0) <= 0 OR present IS NULL THEN 'gap'
            WHEN present >= $min_rate * "due" THEN 'ok'
            WHEN unread._row IS NOT NULL THEN 'gap'
            WHEN present + coalesce(leave, 0) >= $min_rate * "due" THEN 'ok'
            ELSE 'violation' END AS verdict
FROM party.meetings
LEFT JOIN (SELECT DISTINCT _row FROM core.unread WHERE field = 'leave') AS unread USING (_row)
WHERE in_period(date)
  AND contains(norm_text(type), '谈心') IS NOT TRUE
