-- Repairs on their own stand outside the tender law's works.
SELECT *,
       budget_fund >= $fund_floor AND budget_fund >= total_investment * 0.1 AS bound_to_tender
FROM project
WHERE nature IN ('新建', '扩建', '改建')
  AND (budget_fund >= $fund_floor AND budget_fund >= total_investment * 0.1) IS NOT FALSE
