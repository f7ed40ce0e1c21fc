SELECT _row,
       name,
       round_date,
       present,
       excellent + competent + basic + incompetent + coalesce(abstain, 0) AS counted,
       abs(counted - present) AS difference,
       round_date AS fact_date,
       judge(counted = present) AS verdict
FROM cadre.recommendation_tally
WHERE round = '民主测评'
  AND in_period(round_date) IS NOT FALSE
