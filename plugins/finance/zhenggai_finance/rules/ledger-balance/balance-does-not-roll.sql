SELECT _row,
       year,
       period,
       account_code,
       opening,
       debit AS debits,
       credit AS credits,
       opening + debit - credit AS computed,
       closing,
       abs(computed - closing) AS amount,
       judge(abs(computed - closing) < $tolerance) AS verdict
FROM balance
