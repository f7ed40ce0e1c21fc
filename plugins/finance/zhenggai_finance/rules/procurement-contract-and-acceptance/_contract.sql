-- A contract may take several rows, one for each deposit.
SELECT norm_text(contract_no) AS number,
       min(_row) AS _row,
       any_value(contract_no) AS contract_no,
       any_value(norm_text(parent_no)) AS parent,
       any_value(title) AS title,
       any_value(supplier) AS supplier,
       max(amount) AS amount,
       min(sign_date) AS sign_date,
       min(publish_date) AS publish_date,
       min(record_date) AS record_date,
       min(accept_date) AS accept_date,
       min(award_date) AS notice_date,
       max(paid_amount) AS paid_amount,
       string_agg(DISTINCT paid_dates, '、') AS paid_dates,
       bool_or(is_secret) AS is_secret
FROM finance.contract_ledger
GROUP BY norm_text(contract_no), CASE WHEN contract_no IS NULL THEN contract_ledger._row END
