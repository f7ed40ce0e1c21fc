WITH numbered AS (
  SELECT *,
         upper(norm_text(id_card)) AS number,
         -- GB 11643: weights of the first seventeen digits, modulo eleven.
         list_sum(list_transform(range(1, 18), lambda n:
           TRY_CAST(substring(number, n, 1) AS INTEGER) * [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2][n])) AS weighed
  FROM drugs.ephedrine_register
  WHERE in_period(sale_date) IS NOT FALSE
    AND norm_text(id_card) <> ''
)
SELECT _row,
       pharmacy_name,
       sale_date,
       id_card,
       CASE WHEN regexp_full_match(number, '\d{17}[0-9X]') THEN '校验码不对' ELSE '不是18位，共' || length(number) || '位' END AS what,
       seller AS owner,
       sale_date AS fact_date,
       CASE WHEN regexp_full_match(number, '\d{17}[0-9X]')
              AND substring('10X98765432', CAST(weighed % 11 AS INTEGER) + 1, 1) = right(number, 1) THEN 'ok'
            -- Typed as a number, it lost its last digits to the spreadsheet.
            WHEN regexp_matches(number, '^\d{15}000$|E\+|\*') THEN 'gap'
            WHEN regexp_full_match(number, '\d{17}[0-9X]') THEN 'violation'
            -- Old cards of fifteen digits, passports and other papers.
            WHEN length(number) = 15 OR regexp_matches(number, '[^0-9X]') THEN 'gap'
            ELSE 'violation' END AS verdict
FROM numbered
