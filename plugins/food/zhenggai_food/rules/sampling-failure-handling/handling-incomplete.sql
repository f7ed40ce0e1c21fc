SELECT _row,
       sample_no,
       product_name,
       completed,
       concat_ws('、',
         CASE WHEN control_measures IS NULL THEN '产品控制情况' END,
         CASE WHEN not_filed_reason IS NULL
                AND (case_no IS NULL OR regexp_matches(norm_text(case_no), '^(否|未立案|不立案|不予立案)$'))
              THEN '立案案号或未立案理由' END) AS lacking,
       report_received AS fact_date,
       judge(lacking = '') AS verdict
FROM food.sampling_failure_ledger
WHERE in_period(report_received) IS NOT FALSE
  AND completed IS NOT NULL
  AND (recheck_result IS NULL OR recheck_result NOT IN ('改判合格', '异议成立'))
