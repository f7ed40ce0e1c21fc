SELECT list(_row ORDER BY _row) AS _rows,
       concat_ws('|', strftime(contribution.month, '%Y-%m'), scheme, paid_date) AS key,
       strftime(contribution.month, '%Y年%m月') AS month,
       scheme,
       next_workday(least(contribution.month + CAST($due_day - 1 AS INTEGER), last_day(contribution.month))) AS deadline,
       paid_date,
       greatest(paid_date - deadline, 0) AS days,
       sum(coalesce(unit_amount, 0) + coalesce(personal_amount, 0)) AS total,
       round(total * 0.0005 * greatest(paid_date - deadline, 0), 2) AS fee,
       contribution.month AS fact_date,
       deadline AS due,
       CASE WHEN paid_date IS NULL AND as_of() <= deadline THEN 'pending'
            ELSE judge(paid_date <= deadline) END AS verdict
FROM finance.contribution_detail AS contribution
WHERE in_period(contribution.month) IS NOT FALSE
  AND NOT contains(coalesce(remarks, ''), '补缴')
GROUP BY contribution.month, scheme, paid_date
