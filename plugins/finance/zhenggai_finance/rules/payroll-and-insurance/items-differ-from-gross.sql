SELECT list(_row ORDER BY _row) AS _rows,
       concat_ws('|', strftime(pay_month, '%Y-%m'), norm_text(any_value(person)), id_card, department) AS key,
       strftime(pay_month, '%Y年%m月') AS month,
       any_value(person) AS person,
       sum(amount) AS found,
       max(gross) AS gross,
       abs(found - max(gross)) AS difference,
       any_value(person) AS owner,
       pay_month AS fact_date,
       CASE WHEN count(amount) < count(*) OR count(DISTINCT gross) > 1 THEN 'gap'
            ELSE judge(difference < 0.01) END AS verdict
FROM finance.payroll_sheet
WHERE in_period(pay_month) IS NOT FALSE
  AND NOT regexp_matches(item, '应发|实发|代扣|扣款|合计|小计')
GROUP BY pay_month, norm_text(person), id_card, department
