WITH rate AS (
  SELECT trim(split_part(norm_text(one), ':', 1)) AS scheme,
         CAST(split_part(norm_text(one), ':', 2) AS DECIMAL(9, 6)) AS rate
  FROM (SELECT unnest($unit_rates) AS one)
)
-- Without a known rate only a payment of nothing is certainly too little.
SELECT _row,
       strftime(contribution.month, '%Y年%m月') AS month,
       person,
       contribution.scheme,
       unit_amount AS found,
       coalesce(CAST(round(base * rate, 2) AS VARCHAR), '大于0') AS allowed,
       CASE WHEN unit_amount < base * rate THEN round(base * rate - unit_amount, 2) END AS amount,
       person AS owner,
       contribution.month AS fact_date,
       CASE WHEN unit_amount = 0 AND (base > 0) IS NOT FALSE THEN 'violation'
            WHEN rate IS NULL THEN judge(unit_amount > 0)
            ELSE judge(unit_amount >= base * rate - 0.10) END AS verdict
FROM finance.contribution_detail AS contribution
LEFT JOIN rate ON rate.scheme = contribution.scheme
WHERE in_period(contribution.month) IS NOT FALSE
  AND NOT contains(coalesce(remarks, ''), '补缴')
