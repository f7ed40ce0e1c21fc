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
         coalesce(TRY_CAST(regexp_extract(words, '(?:质押|融资)[^0-9*]{0,8}?(\d+)(?:家|户)', 1) AS INTEGER),
                  TRY_CAST(regexp_extract(words, '(\d+)(?:家|户)(?:企业|单位)[^0-9]{0,12}质押', 1) AS INTEGER)) AS claimed
  FROM spoken
),
pledgor AS (
  SELECT registered_date, is_patent, norm_name(unnest(split_names(pledgors))) AS name
  FROM loan
)
SELECT claim._row,
       claimed,
       first_day,
       last_day,
       count(DISTINCT name) AS counted,
       CASE WHEN count(*) FILTER (registered_date IS NOT NULL AND name IS NULL) > 0 THEN 'gap'
            ELSE judge(count(DISTINCT name) = claimed) END AS verdict
FROM claim
LEFT JOIN pledgor ON registered_date BETWEEN first_day AND last_day
  AND (scope IS NULL OR is_patent IS NULL OR is_patent = (scope = 'patent'))
WHERE claimed IS NOT NULL
GROUP BY claim._row, claimed, first_day, last_day
