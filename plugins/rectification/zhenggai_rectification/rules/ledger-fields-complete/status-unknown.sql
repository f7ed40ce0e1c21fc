SELECT _row, "no", finding, judge(status IS NOT NULL) AS verdict
FROM rectification.ledger
