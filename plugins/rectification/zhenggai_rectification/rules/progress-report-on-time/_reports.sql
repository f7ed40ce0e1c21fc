SELECT *,
       regexp_matches(report, '主要负责人|组织落实') AS by_principal,
       regexp_matches(report, '中期|阶段性|季度|半程') AS interim
FROM rectification.report_summary
