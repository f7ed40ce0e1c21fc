SELECT norm_text(project_no) AS id,
       any_value(project_no) AS project_no,
       any_value(project_name) AS project_name,
       any_value(norm_text(project_name)) AS name,
       any_value(nature) AS nature,
       max(budget_fund) AS budget_fund,
       max(total_investment) AS total_investment
FROM finance.works_ledger
GROUP BY norm_text(project_no)
