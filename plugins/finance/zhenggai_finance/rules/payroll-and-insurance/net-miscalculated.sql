-- A wide sheet repeats its totals on each item's row: one value a person.
SELECT list(_row ORDER BY _row) AS _rows,
       concat_ws('|', strftime(pay_month, '%Y-%m'), norm_text(any_value(person)), id_card, department) AS key,
       strftime(pay_month, '%Y年%m月') AS month,
       any_value(person) AS person,
       max(gross) AS gross,
       coalesce(max(pension), 0) + coalesce(max(annuity), 0) + coalesce(max(medical), 0) + coalesce(max(unemployment), 0)
         + coalesce(max(housing_fund), 0) + coalesce(max(income_tax), 0) + coalesce(max(other_deductions), 0) AS withheld,
       max(gross) - withheld AS due_net,
       max(net) AS net,
       count(pension) + count(annuity) + count(medical) + count(unemployment)
         + count(housing_fund) + count(income_tax) + count(other_deductions) = 0 AS net_of_nothing,
       any_value(person) AS owner,
       pay_month AS fact_date,
       CASE WHEN count(DISTINCT gross) > 1 OR count(DISTINCT net) > 1 OR bool_or(unread.row_unread) THEN 'gap'
            -- With no deduction on the sheet at all, a lower net does not say which is missing.
            WHEN net_of_nothing AND max(net) < max(gross) THEN 'gap'
            ELSE judge(abs(due_net - max(net)) < 0.01) END AS verdict
FROM finance.payroll_sheet
LEFT JOIN (
  SELECT DISTINCT _row AS at, TRUE AS row_unread
  FROM core.unread
  WHERE field IN ('pension', 'annuity', 'medical', 'unemployment', 'housing_fund', 'income_tax', 'other_deductions')
) AS unread ON unread.at = _row
WHERE in_period(pay_month) IS NOT FALSE
GROUP BY pay_month, norm_text(person), id_card, department
