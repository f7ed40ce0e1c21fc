WITH project AS (
  SELECT norm_text(project_no) AS id,
         list(_row ORDER BY _row) AS ledger_rows,
         any_value(project_no) AS project_no,
         any_value(project_name) AS project_name,
         any_value(nature) AS nature,
         max(budget_amount) AS budget_amount,
         max(contract_amount) AS contract_amount,
         min(completion_date) AS completion_date,
         min(acceptance_date) AS acceptance_date,
         min(settlement_date) AS settlement_date,
         min(final_account_date) AS final_account_date,
         min(asset_date) AS asset_date,
         bool_or(extension_approved) AS extension_approved,
         string_agg(remarks, '；') AS remarks,
         coalesce(sum(pay_amount), 0) AS paid,
         min(pay_date) FILTER (pay_kind = '结算款' AND pay_amount > 0) AS settled_on,
         count(*) FILTER (pay_kind = '结算款' AND (pay_amount > 0) IS NOT FALSE AND pay_date IS NULL) > 0 AS undated,
         max(pay_date) FILTER (pay_amount > 0) AS last_paid
  FROM finance.works_ledger
  GROUP BY norm_text(project_no)
), report AS (
  SELECT norm_text(project_no) AS id,
         min(document_date) AS document_date,
         bool_or(document_date IS NULL) AS undated
  FROM finance.works_documents
  WHERE document_kind = '结算审核报告'
  GROUP BY norm_text(project_no)
), settled AS (
  SELECT project.*,
         CASE WHEN settled_on IS NOT NULL OR project.undated THEN settled_on
              WHEN paid >= contract_amount * 0.97 AND coalesce(completion_date, acceptance_date) IS NOT NULL THEN last_paid END AS paid_on,
         coalesce(settlement_date, report.document_date) AS reviewed_on,
         coalesce(report.undated, FALSE) AS report_undated
  FROM project
  LEFT JOIN report ON report.id IN (project.id, norm_text(project.project_name))
  WHERE (budget_amount >= $review_min) IS NOT FALSE
)
SELECT ledger_rows AS _rows,
       id AS key,
       project_no,
       project_name,
       paid_on,
       paid,
       reviewed_on,
       paid AS amount,
       paid_on AS fact_date,
       CASE WHEN paid_on IS NULL THEN 'gap'
            WHEN reviewed_on IS NULL AND report_undated THEN 'gap'
            ELSE judge(coalesce(reviewed_on <= paid_on, FALSE)) END AS verdict
FROM settled
WHERE (paid_on IS NOT NULL OR undated)
  AND in_period(paid_on) IS NOT FALSE
