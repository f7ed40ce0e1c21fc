WITH paper AS (
  SELECT *,
         concat_ws(' ', title, regexp_extract(path, '[^/]*$')) AS headed,
         CASE WHEN regexp_matches(headed, '整改(清单|方案|台账|措施|任务)|问题清单') THEN '整改清单'
              WHEN regexp_matches(headed, '征求意见|意见建议|听取意见') THEN '征求意见材料'
              WHEN regexp_matches(headed, '方案') THEN '实施方案'
              WHEN regexp_matches(headed, '谈心') THEN '谈心谈话记录'
              WHEN regexp_matches(headed, '记录') THEN '会议记录'
              WHEN regexp_matches(headed, '对照检查|剖析|发言提纲') AND regexp_matches(headed, '班子|党组对照') THEN '班子对照检查材料'
              WHEN regexp_matches(headed, '对照检查|剖析|发言提纲') THEN '个人对照检查材料'
              WHEN regexp_matches(headed, '通报') THEN '会议通报'
              WHEN regexp_matches(headed, '报告') THEN '会议报告' END AS paper_kind,
         coalesce(kind, CASE WHEN regexp_matches(headed, '巡察|巡视') THEN '巡察整改专题民主生活会'
                             WHEN contains(headed, '专项') THEN '专项民主生活会' ELSE '年度民主生活会' END) AS meeting_kind,
         coalesce(written, issued_on) AS made,
         -- The year it counts for is the one it is headed with, else that of its day.
         coalesce("year",
           try_cast(regexp_extract(headed, '(20[0-9]{2})年度', 1) AS INTEGER),
           try_cast(regexp_extract(path, '(20[0-9]{2})年?度?[^/]*/', 1) AS INTEGER),
           year(date), year(made)) AS for_year
  FROM party.democratic_life
),
meeting AS (
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
)
SELECT coalesce(meeting.papers, []) AS _rows,
       year.label AS key, year.label AS year, meeting.held,
       try_cast((year(year.first_day) + 1)::VARCHAR || '-' || $late_until AS DATE) AS due,
       least(year.last_day, as_of()) AS fact_date,
       CASE WHEN meeting.held IS NOT NULL THEN 'ok'
            WHEN as_of() <= coalesce(try_cast((year(year.first_day) + 1)::VARCHAR || '-' || $late_until AS DATE), year.last_day) THEN 'pending'
            WHEN meeting.papers IS NOT NULL OR EXISTS (SELECT 1 FROM paper WHERE for_year IS NULL) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM core.years AS year
LEFT JOIN meeting ON meeting.for_year = year(year.first_day) AND meeting.meeting_kind = '年度民主生活会'
