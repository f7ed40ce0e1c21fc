SELECT _row, 'register' AS paper, patent_no AS cell, kind, holder, applied_date, granted_date, '' AS part
FROM ip.patent_register
UNION ALL
SELECT _row, 'subsidy', object_no,
       CASE WHEN contains(item, '发明') AND NOT regexp_matches(item, '新型|外观') THEN '发明'
            WHEN contains(item, '新型') AND NOT regexp_matches(item, '发明|外观') THEN '实用新型'
            WHEN contains(item, '外观') AND NOT regexp_matches(item, '发明|新型') THEN '外观设计' END,
       holder, NULL, granted_date, item
FROM ip.subsidy_applications
WHERE in_period(applied_on) IS NOT FALSE
  AND regexp_matches(item, '专利|发明|新型|外观')
UNION ALL
SELECT _row, 'pledge', right_no, NULL, pledgor, NULL, NULL, coalesce(norm_docno(registration_no), '')
FROM ip.pledge_ledger
WHERE in_period(registered_date) IS NOT FALSE
