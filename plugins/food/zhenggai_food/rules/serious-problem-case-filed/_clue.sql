SELECT *,
       norm_name(subject_name) AS name,
       CASE WHEN regexp_matches(case_no, '\d') THEN norm_docno(case_no) END AS number,
       regexp_extract(norm_docno(case_no), '^〔(\d{4})〕(\d+)号?$', ['year', 'serial']) AS bare,
       coalesce(contains(regexp_replace(measures, '(不予|未|不)立案', '', 'g'), '立案'), FALSE)
         OR coalesce(regexp_matches(norm_text(case_no), '^(是|已立案|立案)$'), FALSE) AS said_filed
FROM (SELECT _row, inspect_date AS day, subject_name, nullif(upper(norm_text(uscc)), '') AS code, station,
             key_item_fail, result, problems, measures, case_no, not_filed_approval, extension, excluded_days,
             'inspection' AS book
      FROM food.inspection_ledger
      WHERE in_period(inspect_date) IS NOT FALSE
      UNION ALL
      SELECT _row, patrol_date, subject_name, NULL, team, NULL, NULL, problems, measures, case_no, NULL, NULL, NULL, 'patrol'
      FROM food.patrol_log
      WHERE in_period(patrol_date) IS NOT FALSE)
