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
