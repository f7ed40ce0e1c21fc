SELECT *, norm_text("no") AS number
FROM rectification.ledger
WHERE status IN ('已完成', '已销号')
