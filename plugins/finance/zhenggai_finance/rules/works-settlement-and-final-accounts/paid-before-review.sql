WITH report AS (
  SELECT norm_text(project_no) AS id,
         min(document_date) AS document_date,
         bool_or(document_date IS NULL) AS undated
  FROM finance.works_documents
  WHERE document_kind = '结算审核报告'
  GROUP BY norm_text(project_no)
),
settled AS (
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
