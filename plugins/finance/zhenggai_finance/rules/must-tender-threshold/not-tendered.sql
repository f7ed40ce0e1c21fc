WITH project AS (
  SELECT norm_text(project_no) AS id,
         any_value(project_no) AS project_no,
         any_value(project_name) AS project_name,
         any_value(norm_text(project_name)) AS name,
         any_value(nature) AS nature,
         max(budget_fund) AS budget_fund,
         max(total_investment) AS total_investment
  FROM finance.works_ledger
  GROUP BY norm_text(project_no)
), scope AS (
  -- Repairs on their own stand outside the tender law's works.
  SELECT *,
         budget_fund >= $fund_floor AND budget_fund >= total_investment * 0.1 AS bound_to_tender
  FROM project
  WHERE nature IN ('新建', '扩建', '改建')
    AND (budget_fund >= $fund_floor AND budget_fund >= total_investment * 0.1) IS NOT FALSE
), link AS (
  SELECT DISTINCT norm_text(project_no) AS id, norm_text(contract_no) AS number
  FROM finance.works_ledger
  WHERE contract_no IS NOT NULL
), purchase AS (
  SELECT norm_text(contract_no) AS number,
         any_value(kind) AS kind,
         any_value(method) AS method,
         max(budget_amount) AS budget_amount,
         any_value(approved_change) AS approved_change,
         string_agg(remarks, '；') AS remarks
  FROM finance.procurement_ledger
  WHERE contract_no IS NOT NULL
  GROUP BY norm_text(contract_no)
), contract AS (
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
), lined AS (
  SELECT *,
         CASE sort_name WHEN '施工' THEN $construction WHEN '设备材料' THEN $goods WHEN '勘察设计监理' THEN $services END AS line,
         method IN ('公开招标', '邀请招标') AS tendered,
         len(list_filter($exceptions, lambda one: contains(reasons, one))) > 0 AS excepted
  FROM contract
)
SELECT contract_row AS _row,
       project_no,
       project_name,
       contract_no,
       coalesce(sort_name, '类别不明') AS sort_name,
       estimate,
       line,
       coalesce(method, '未写') AS method_name,
       estimate AS amount,
       sign_date AS fact_date,
       CASE WHEN estimate IS NULL OR sort_name IS NULL THEN CASE WHEN method = '公开招标' THEN 'ok' ELSE 'gap' END
            WHEN estimate < line OR method = '公开招标' THEN 'ok'
            WHEN bound_to_tender IS NULL OR method IS NULL THEN 'gap'
            -- An invited tender with state funds in control needs an approval.
            WHEN tendered THEN CASE WHEN approved_change IS NULL THEN 'gap' ELSE 'ok' END
            WHEN excepted THEN 'ok'
            ELSE 'violation' END AS verdict
FROM lined
WHERE in_period(sign_date) IS NOT FALSE
