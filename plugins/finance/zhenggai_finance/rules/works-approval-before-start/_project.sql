SELECT ledger.* REPLACE (
         coalesce(ledger.approval_date, dated_paper.approval_date) AS approval_date,
         coalesce(ledger.budget_list_date, dated_paper.budget_list_date) AS budget_list_date,
         coalesce(ledger.review_date, dated_paper.review_date) AS review_date,
         coalesce(ledger.contract_date, dated_paper.contract_date) AS contract_date,
         coalesce(ledger.start_date, dated_paper.start_date) AS start_date
       ),
       coalesce(ledger.resolution_date, dated_paper.resolution_date) AS claimed,
       -- The day counts only where minutes of that day adopt the project.
       CASE WHEN list_contains(adopted.days, coalesce(ledger.resolution_date, dated_paper.resolution_date, adopted.first_day))
              OR list_contains(dated_paper.minutes_days, coalesce(ledger.resolution_date, dated_paper.resolution_date))
            THEN coalesce(ledger.resolution_date, dated_paper.resolution_date, adopted.first_day) END AS resolved_on,
       coalesce(adopted.resolved, dated_paper.resolved) AS resolved,
       nature = '应急抢修' AS urgent
FROM ledger
LEFT JOIN dated_paper ON dated_paper.id = ledger.id
LEFT JOIN adopted ON adopted.id = ledger.id
