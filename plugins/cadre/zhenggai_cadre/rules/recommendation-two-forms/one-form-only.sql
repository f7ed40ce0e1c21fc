WITH staff AS (
  SELECT count(*) AS people
  FROM cadre.roster
  WHERE staff_type IN ('行政', '参公')
)
SELECT list_prepend(promoted._row, tallies) AS _rows,
       name,
       intended_post,
       CASE WHEN talks > 0 THEN '谈话推荐' WHEN meetings > 0 THEN '会议推荐' ELSE '形式不明' END AS forms,
       decision_date AS fact_date,
       CASE WHEN (talks > 0 AND meetings > 0) OR NOT $both_forms THEN 'ok'
            WHEN unknown > 0 THEN 'gap'
            WHEN $small_unit > 0 AND people = 0 THEN 'gap'
            WHEN people <= $small_unit AND people > 0 THEN 'ok'
            ELSE 'violation' END AS verdict
FROM promoted
JOIN matched ON matched._row = promoted._row
CROSS JOIN staff
