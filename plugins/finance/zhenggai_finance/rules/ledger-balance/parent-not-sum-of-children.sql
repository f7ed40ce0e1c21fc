WITH leaf_of AS (
  SELECT year,
         label,
         left(code, CAST(size AS INTEGER)) AS parent,
         debit,
         credit
  FROM (SELECT *, unnest(range(1, length(code))) AS size FROM balance WHERE leaf)
),
children AS (
  SELECT year,
         label,
         parent,
         sum(debit) AS debits,
         sum(credit) AS credits,
         count(*) > count(debit) OR count(*) > count(credit) AS unknown
  FROM leaf_of
  GROUP BY ALL
)
SELECT _row,
       balance.year AS year,
       period,
       account_code,
       balance.debit AS debits,
       balance.credit AS credits,
       children.debits AS child_debits,
       children.credits AS child_credits,
       abs(balance.debit - children.debits) + abs(balance.credit - children.credits) AS amount,
       CASE WHEN unknown THEN 'gap'
            ELSE judge(abs(balance.debit - children.debits) < $tolerance AND abs(balance.credit - children.credits) < $tolerance)
            END AS verdict
FROM balance
JOIN children ON children.year = balance.year AND children.label = balance.label AND children.parent = balance.code
WHERE NOT leaf
