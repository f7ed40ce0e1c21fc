SELECT _row,
       case_id,
       payer,
       refund_date,
       amount,
       payer AS owner,
       refund_date AS fact_date,
       CASE WHEN regexp_matches(receipt_no, '[0-9A-Za-z]') THEN 'ok'
            WHEN norm_text(receipt_no) IN ('有', '是', '√', '已附') THEN 'gap'
            ELSE 'violation' END AS verdict
FROM finance.refund_ledger
