SELECT _row, report, report AS key,
       CASE WHEN given IS NOT NULL OR stated_findings IS NOT NULL THEN 'ok'
            WHEN counts_masked OR totals_sentence <> '' THEN 'gap'
            ELSE 'violation' END AS verdict
FROM rectification.report_summary
WHERE NOT regexp_matches(report, '主要负责人|组织落实|中期|阶段性')
