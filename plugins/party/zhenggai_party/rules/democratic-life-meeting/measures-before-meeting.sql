SELECT paper._row, named, held, paper.made, held AS fact_date, judge(paper.made >= held) AS verdict
FROM paper
JOIN meeting USING (meeting_kind, for_year)
WHERE paper.paper_kind = '整改清单'
