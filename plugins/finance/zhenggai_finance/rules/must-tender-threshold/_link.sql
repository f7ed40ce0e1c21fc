SELECT DISTINCT norm_text(project_no) AS id, norm_text(contract_no) AS number
FROM finance.works_ledger
WHERE contract_no IS NOT NULL
