SELECT _row,
       branch,
       type,
       planned,
       planned AS due,
       planned AS fact_date,
       host AS owner,
       CASE WHEN date IS NOT NULL THEN 'ok'
            WHEN unread._row IS NOT NULL THEN 'gap'
            WHEN planned > as_of() THEN 'pending'
            ELSE 'doubt' END AS verdict
FROM party.meetings
LEFT JOIN (SELECT DISTINCT _row FROM core.unread WHERE field = 'date') AS unread USING (_row)
WHERE planned IS NOT NULL
  AND in_period(coalesce(date, planned))
