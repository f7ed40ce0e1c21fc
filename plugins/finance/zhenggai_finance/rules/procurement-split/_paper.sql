SELECT norm_text(contract_no) AS number,
       min(sign_date) AS sign_date
FROM finance.contract_ledger
GROUP BY norm_text(contract_no)
