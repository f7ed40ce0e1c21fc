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
), asset AS (
  SELECT norm_text(asset_name) AS name,
         min(coalesce(book_date, book_date_from)) AS book_date
  FROM finance.asset_ledger
  GROUP BY norm_text(asset_name)
), booked AS (
  -- A provisional value on the card is enough.
  SELECT project.id,
         min(asset.book_date) AS book_date
  FROM project
  JOIN asset ON asset.name = norm_text(project.project_name)
  GROUP BY project.id
)
SELECT ledger_rows AS _rows,
       project.id AS key,
       project_no,
       project_name,
       acceptance_date,
       coalesce(asset_date, booked.book_date) AS booked_on,
       acceptance_date + CAST($asset_days AS INTEGER) AS limit_day,
       limit_day AS due,
       budget_amount AS amount,
       acceptance_date AS fact_date,
       CASE WHEN acceptance_date IS NULL OR nature IS NULL THEN 'gap'
            WHEN booked_on IS NULL AND as_of() <= limit_day THEN 'pending'
            ELSE judge(coalesce(booked_on, as_of()) <= limit_day) END AS verdict
FROM project
LEFT JOIN booked ON booked.id = project.id
WHERE (nature IN ('新建', '扩建', '改建')
       OR nature IS NULL
       OR regexp_matches(remarks, '资本化|转固|计入固定资产'))
  AND coalesce(completion_date, acceptance_date, settlement_date) IS NOT NULL
