WITH asset AS (
  SELECT norm_text(asset_name) AS name,
         min(coalesce(book_date, book_date_from)) AS book_date
  FROM finance.asset_ledger
  GROUP BY norm_text(asset_name)
),
booked AS (
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
