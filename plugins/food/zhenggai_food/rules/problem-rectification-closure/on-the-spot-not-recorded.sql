SELECT _row, inspect_date, subject_name, measures,
       station AS owner,
       inspect_date AS fact_date,
       judge(recheck_result IS NOT NULL OR regexp_matches(norm_text(measures), '已|完毕|完成|到位')) AS verdict
FROM tracked
WHERE NOT demanded
  AND regexp_matches(measures, '当场|现场(整改|改正)|立行立改')
  AND NOT regexp_matches(measures, '立案|移送')
