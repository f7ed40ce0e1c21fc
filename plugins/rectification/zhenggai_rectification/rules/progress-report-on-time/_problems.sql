SELECT norm_text(finding) AS finding,
       norm_text(coalesce(specific, finding)) AS specific,
       bool_and(status IN ('已完成', '已销号')) AS done,
       bool_or(status IN ('已完成', '已销号') AND completed_date IS NULL) AS undated,
       max(completed_date) AS done_on
FROM rectification.ledger
WHERE (source IS NULL OR source = '巡察')
  AND trim(finding) <> ''
GROUP BY 1, 2
