SELECT paper._row, named, held, paper.title AS headed, paper.made, paper.speaker AS owner, held AS fact_date,
       judge(paper.made <= held) AS verdict
FROM paper
JOIN meeting USING (meeting_kind, for_year)
WHERE paper.paper_kind IN ('实施方案', '征求意见材料', '班子对照检查材料', '个人对照检查材料')
