WITH booked AS (
  -- Money received: debits of cash, bank and treasury accounts.
  SELECT DISTINCT voucher_date AS day, debit AS amount
  FROM finance.voucher_journal
  WHERE debit > 0
    AND regexp_matches(coalesce(account_name, '') || coalesce(account_code, ''), '现金|银行存款|零余额|财政应返还|应缴财政|^100')
),
near AS (
  SELECT DISTINCT money._row
  FROM rectification.recovered_money AS money
  JOIN booked ON floor(booked.amount) BETWEEN floor(money.paid) - 1 AND floor(money.paid) + 1
  WHERE abs(booked.amount - money.paid) <= 0.01
    AND abs(booked.day - money.date) <= 3
)
SELECT money._row, money.who, money.item, money.date, money.paid, money.paid AS amount,
       CASE WHEN money.paid IS NULL OR money.date IS NULL THEN 'gap' ELSE judge(near._row IS NOT NULL) END AS verdict
FROM rectification.recovered_money AS money
LEFT JOIN near ON near._row = money._row
WHERE money.paid IS NULL
   OR money.paid > 0
