WITH wage AS (
  SELECT norm_name(person) AS person,
         date_trunc('month', pay_month)::DATE AS "month",
         coalesce(sum(amount) FILTER (regexp_matches(item, '工资|津贴|补贴')
           AND NOT regexp_matches(item, '年终|奖|加班|一次性|补发|绩效')), max(gross)) AS fixed_pay,
         max(pension) AS pension, max(annuity) AS annuity, max(medical) AS medical,
         max(housing_fund) AS housing_fund, max(income_tax) AS income_tax
  FROM finance.payroll_sheet
  GROUP BY ALL
)
SELECT dues._row, dues.branch, dues.name, dues.base,
       strftime(dues."month", '%Y-%m') AS month_label,
       wage.fixed_pay - (coalesce(pension, 0) + coalesce(annuity, 0) + coalesce(medical, 0)
         + coalesce(housing_fund, 0) + coalesce(income_tax, 0)) AS wage_base,
       abs(wage_base - dues.base) AS difference,
       dues."month" AS fact_date,
       CASE WHEN dues.base IS NULL OR wage.fixed_pay IS NULL
              OR coalesce(pension, annuity, medical, housing_fund, income_tax) IS NULL THEN 'gap'
            WHEN difference <= $base_tol THEN 'ok'
            ELSE 'doubt' END AS verdict
FROM party.dues AS dues
JOIN wage ON wage.person = norm_name(dues.name) AND wage."month" = dues."month"
WHERE in_period(dues."month") IS NOT FALSE
  AND (dues.base > 0 OR dues.base IS NULL)
