SELECT paper,
       -- A paper is known by its usual names; one that the unit adds, by its own.
       CASE paper WHEN '工作方案' THEN '方案'
                  WHEN '民主推荐结果' THEN '民主推荐'
                  WHEN '考察材料' THEN '考察(材料|报告)'
                  WHEN '廉洁自律意见' THEN '廉洁自律|廉政意见'
                  WHEN '档案审核表' THEN '档案.*审核'
                  WHEN '党组会议记录' THEN '党组会'
                  WHEN '任前公示' THEN '公示'
                  WHEN '任免文件' THEN '任免(职)?(文件|的?通知|决定)|任职(的?通知|文件|决定)'
                  WHEN '任职谈话记录' THEN '(任职|任前|廉政)谈话'
                  ELSE regexp_escape(paper) END AS pattern
FROM (SELECT unnest($papers) AS paper)
