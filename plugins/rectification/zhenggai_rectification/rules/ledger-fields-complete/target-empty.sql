SELECT _row, "no", finding, judge(trim(coalesce(target, '')) <> '') AS verdict
FROM rectification.ledger
