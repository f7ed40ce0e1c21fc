SELECT _row, sign_date AS day, title AS subject, supplier, amount, norm_name(supplier) AS firm
FROM finance.contract_ledger
