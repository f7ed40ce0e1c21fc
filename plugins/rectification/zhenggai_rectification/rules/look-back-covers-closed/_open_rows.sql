SELECT norm_text("no") AS number, bool_and(status IN ('已完成', '已销号')) AS closed
FROM rectification.ledger
GROUP BY 1
