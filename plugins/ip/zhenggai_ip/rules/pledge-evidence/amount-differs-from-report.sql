WITH loan_row AS (
  SELECT *,
         coalesce(norm_docno(registration_no),
                  concat_ws('|', norm_name(pledgor), norm_name(pledgee), registered_date)) AS loan,
         regexp_matches(upper(norm_text(right_no)), 'ZL|\d{12}|\d{8}\.[0-9X]') AS is_patent
  FROM ip.pledge_ledger
  -- What is not registered may not be counted; it is reported by itself.
  WHERE registration_no IS NOT NULL
    AND registered_date IS NOT NULL
),
loan AS (
  SELECT loan,
         min(registered_date) AS registered_date,
         bool_or(is_patent) AS is_patent,
         string_agg(DISTINCT pledgor, '、') AS pledgors,
         -- The amount stands once for the loan, merged or repeated on each right.
         CASE WHEN count(DISTINCT amount) = 1 THEN max(amount) END AS amount
  FROM loan_row
  GROUP BY loan
),
claim AS (
  SELECT *,
         TRY_CAST(replace(regexp_extract(words, '(?:质押|融资|贷款)[^0-9]{0,8}?([0-9][0-9,]*(?:\.\d+)?)(万|亿)元', 1), ',', '') AS DECIMAL(18, 4))
           * CASE WHEN regexp_extract(words, '(?:质押|融资|贷款)[^0-9]{0,8}?([0-9][0-9,]*(?:\.\d+)?)(万|亿)元', 2) = '亿' THEN 10000 ELSE 1 END
           AS claimed
  FROM spoken
)
SELECT claim._row,
       claimed,
       first_day,
       last_day,
       coalesce(sum(amount), 0) / 10000 AS counted,
       count(loan) AS loans,
       CASE WHEN count(loan) > count(amount) THEN 'gap'
            ELSE judge(abs(coalesce(sum(amount), 0) / 10000 - claimed) <= $tolerance) END AS verdict
FROM claim
LEFT JOIN loan ON registered_date BETWEEN first_day AND last_day
  AND (scope IS NULL OR is_patent = (scope = 'patent'))
WHERE claimed IS NOT NULL
GROUP BY claim._row, claimed, first_day, last_day
