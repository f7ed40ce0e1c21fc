SELECT meeting_kind, for_year,
       concat(for_year, '年度', replace(meeting_kind, '年度', '')) AS named,
       coalesce(min(date) FILTER (paper_kind = '会议记录'), min(date)) AS held,
       coalesce(max("due") FILTER (paper_kind = '会议记录'), max("due")) AS expected,
       coalesce(max(present) FILTER (paper_kind = '会议记录'), max(present)) AS present,
       coalesce(min(report_date), min(made) FILTER (paper_kind = '会议报告')) AS reported,
       coalesce(min(notice_date), min(made) FILTER (paper_kind = '会议通报')) AS noticed,
       min(made) FILTER (paper_kind = '实施方案') AS planned,
       list(_row ORDER BY paper_kind = '会议记录' DESC, _row) AS papers,
       count(*) FILTER (paper_kind = '个人对照检查材料') AS personal_texts
FROM paper
WHERE for_year IN (SELECT year(first_day) FROM core.years)
GROUP BY ALL
