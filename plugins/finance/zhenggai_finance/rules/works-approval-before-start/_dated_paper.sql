SELECT ledger.id,
       min(document_date) FILTER (document_kind = '维修（立项）批复') AS approval_date,
       min(document_date) FILTER (document_kind = '预算编制清单') AS budget_list_date,
       min(document_date) FILTER (document_kind = '预算审核报告') AS review_date,
       min(document_date) FILTER (document_kind = '党组会议纪要') AS resolution_date,
       min(document_date) FILTER (document_kind = '合同') AS contract_date,
       min(document_date) FILTER (document_kind = '开工报告') AS start_date,
       max(paper.amount) FILTER (document_kind = '党组会议纪要') AS resolved,
       list(document_date) FILTER (document_kind = '党组会议纪要') AS minutes_days
FROM ledger
JOIN paper ON paper.id IN (ledger.id, norm_text(ledger.project_name))
GROUP BY ledger.id
