SELECT list_concat(papers[1:1], list_filter([found._row], lambda one: one IS NOT NULL)) AS _rows,
       named || '|' || wanted AS key, named, wanted, held AS fact_date,
       held + CAST($notice_days AS INTEGER) AS due,
       CASE WHEN found._row IS NOT NULL THEN 'ok'
            WHEN wanted = '整改清单' AND as_of() <= held + CAST($notice_days AS INTEGER) THEN 'pending'
            WHEN EXISTS (SELECT 1 FROM paper WHERE paper_kind IS NULL AND paper.for_year = meeting.for_year) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM meeting
CROSS JOIN (SELECT unnest(['实施方案', '征求意见材料', '班子对照检查材料', '会议记录', '整改清单']) AS wanted)
LEFT JOIN (SELECT meeting_kind, for_year, paper_kind, min(_row) AS _row FROM paper GROUP BY ALL) AS found
  ON found.meeting_kind = meeting.meeting_kind AND found.for_year = meeting.for_year AND found.paper_kind = wanted
