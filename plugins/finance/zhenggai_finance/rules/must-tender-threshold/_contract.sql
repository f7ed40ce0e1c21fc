SELECT scope.*,
       paper._row AS contract_row,
       paper.contract_no,
       paper.sign_date,
       paper.supplier,
       coalesce(purchase.budget_amount, paper.amount) AS estimate,
       purchase.method,
       purchase.approved_change,
       concat_ws('；', paper.remarks, purchase.remarks) AS reasons,
       CASE WHEN regexp_matches(title, '勘察|设计|监理') THEN '勘察设计监理'
            WHEN purchase.kind = '货物' OR regexp_matches(title, '设备|材料') THEN '设备材料'
            WHEN purchase.kind = '工程' OR regexp_matches(title, '施工|土建|装修|安装|工程|修缮|拆除') THEN '施工' END AS sort_name
FROM finance.contract_ledger AS paper
LEFT JOIN purchase ON purchase.number = norm_text(paper.contract_no)
JOIN scope
  ON scope.id = (SELECT min(link.id) FROM link WHERE link.number = norm_text(paper.contract_no))
  OR contains(norm_text(paper.title), scope.name)
WHERE paper.parent_no IS NULL
