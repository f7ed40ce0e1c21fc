SELECT _row, "no", finding, status, leader AS owner,
       judge(status NOT IN ('已完成', '已销号')) AS verdict
FROM rectification.ledger
WHERE category = '长期坚持'
   OR (category IS NULL AND regexp_matches(deadline, '长期|持续|常态'))
