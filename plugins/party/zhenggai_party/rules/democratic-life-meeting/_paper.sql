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
