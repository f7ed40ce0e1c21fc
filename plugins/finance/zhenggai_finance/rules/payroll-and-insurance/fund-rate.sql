-- Payments are rounded to whole yuan: half a yuan either way is no other rate.
SELECT _row,
       strftime(contribution.month, '%Y年%m月') AS month,
       person,
       base,
       unit_amount,
       personal_amount,
       $rate_cap * 100 AS cap,
       person AS owner,
       contribution.month AS fact_date,
       CASE WHEN base IS NULL OR unit_amount IS NULL OR personal_amount IS NULL THEN 'gap'
            ELSE judge(least(unit_amount, personal_amount) + 0.5 >= base * 0.05
                       AND greatest(unit_amount, personal_amount) - 0.5 <= base * $rate_cap) END AS verdict
FROM finance.contribution_detail AS contribution
WHERE in_period(contribution.month) IS NOT FALSE
  AND scheme = '公积金'
  AND NOT contains(coalesce(remarks, ''), '补缴')
