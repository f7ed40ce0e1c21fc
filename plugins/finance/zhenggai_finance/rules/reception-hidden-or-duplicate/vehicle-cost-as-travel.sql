SELECT _row,
       voucher_date,
       concat(coalesce(voucher_type, ''), voucher_no) AS voucher_no,
       coalesce(summary, '') AS summary,
       spent AS amount,
       maker AS owner,
       voucher_date AS fact_date,
       CASE WHEN expense.summary IS NULL THEN 'gap'
            ELSE judge(NOT regexp_matches(expense.summary, '车辆运行|加油|维修车辆|车辆维修|车辆保险|车辆保养')) END AS verdict
FROM expense
WHERE starts_with(econ_code, '30211')
