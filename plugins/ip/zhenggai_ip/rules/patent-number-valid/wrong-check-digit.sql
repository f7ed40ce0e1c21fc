WITH paper AS (
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
),
written AS (
  SELECT paper.*,
         unnest(CASE WHEN len(split_names(cell)) > 0 THEN split_names(cell) ELSE [''] END) AS number
  FROM paper
),
number AS (
  SELECT *,
         regexp_replace(upper(norm_text(number)), '^(专利号|申请号)?:?(ZL|CN)?', '') AS code,
         CASE WHEN regexp_full_match(code, '\d{12}(\.?[0-9X])?') THEN 12
              WHEN regexp_full_match(code, '\d{8}(\.?[0-9X])?') THEN 8 END AS size,
         left(code, size) AS base,
         replace(substring(code, size + 1), '.', '') AS given_check,
         -- ZC 0006-2003: the weighted sum of the digits modulo eleven, ten written X.
         substring('0123456789X', CAST(list_sum(list_transform(range(1, size + 1), lambda n:
           TRY_CAST(substring(base, n, 1) AS INTEGER) * [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5][n])) % 11 AS INTEGER) + 1, 1)
           AS right_check,
         substring(base, CASE size WHEN 12 THEN 5 ELSE 3 END, 1) AS type_digit
  FROM written
  -- Outside the register only what looks like a patent number: marks and certificates have numbers of their own.
  WHERE paper = 'register'
     OR (paper = 'subsidy' AND number = '')
     OR regexp_matches(upper(norm_text(number)), '^(专利号:?)?(ZL|CN)|^\d+\.\d*E?[+]?\d*[0-9X]?$|^\d{12}[0-9X]?$')
)
SELECT _row,
       number,
       number AS subject,
       right_check,
       CASE WHEN given_check = '' THEN '现缺校验位，可能因表格按数字存储而丢失' ELSE '现为' || given_check END AS what,
       -- A cell kept as a number drops “.0”: only then may the missing character be put back.
       CASE WHEN given_check = right_check OR (given_check = '' AND right_check = '0') THEN 'ok'
            WHEN given_check = '' THEN 'doubt'
            ELSE 'violation' END AS verdict
FROM number
WHERE size IS NOT NULL
  AND type_digit IN ('1', '2', '3', '8', '9')
