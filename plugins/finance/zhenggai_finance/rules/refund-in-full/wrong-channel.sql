SELECT _row,
       case_id,
       payer,
       refund_date,
       amount,
       channel,
       payer AS owner,
       refund_date AS fact_date,
       judge(list_contains($allowed_channels, channel)) AS verdict
FROM finance.refund_ledger
