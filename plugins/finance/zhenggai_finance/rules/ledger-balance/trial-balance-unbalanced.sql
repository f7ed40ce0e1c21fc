WITH side_sum AS (
  SELECT year, period, side, '期初余额' AS what,
         sum(greatest(opening, 0)) AS debits, sum(greatest(-opening, 0)) AS credits, count(*) > count(opening) AS unknown
  FROM balance WHERE leaf GROUP BY ALL
  UNION ALL
  SELECT year, period, side, '本期发生额',
         sum(debit), sum(credit), count(*) > count(debit) OR count(*) > count(credit)
  FROM balance WHERE leaf GROUP BY ALL
  UNION ALL
  SELECT year, period, side, '期末余额',
         sum(greatest(closing, 0)), sum(greatest(-closing, 0)), count(*) > count(closing)
  FROM balance WHERE leaf GROUP BY ALL
)
SELECT concat_ws('|', year, period, side, what) AS key,
       year,
       period,
       coalesce(side, '科目类别不明') AS side,
       what,
       debits,
       credits,
       debits - credits AS difference,
       abs(difference) AS amount,
       CASE WHEN unknown OR year IS NULL OR side_sum.side IS NULL THEN 'gap'
            ELSE judge(abs(difference) < $tolerance) END AS verdict
FROM side_sum
