WITH loan_row AS (
  SELECT *,
         -- One registration is one loan; without its number the parties and the day stand for it.
         coalesce(norm_docno(registration_no),
                  concat_ws('|', norm_name(pledgor), norm_name(pledgee), registered_date)) AS loan
  FROM ip.pledge_ledger
),
pledged AS (
  SELECT *,
         regexp_replace(upper(norm_text(written)), '^(专利号|申请号)?:?(ZL|CN)?', '') AS code,
         regexp_full_match(code, '\d{12}(\.?[0-9X])?|\d{8}\.?[0-9X]')
           OR (regexp_matches(upper(norm_text(written)), 'ZL|CN') AND regexp_full_match(code, '\d{8}')) AS is_patent,
         CASE WHEN NOT is_patent THEN upper(norm_text(written))
              WHEN regexp_full_match(code, '\d{12}.*') THEN left(code, 12)
              ELSE left(code, 8) END AS "right"
  FROM (SELECT *, unnest(split_names(right_no)) AS written FROM loan_row)
),
open_pledge AS (
  SELECT *,
         -- Neither status nor term: whether it is still open is not known.
         status IS NULL AND term_to IS NULL AS unclear
  FROM pledged
  WHERE status IS DISTINCT FROM '注销'
    AND (term_to IS NULL OR term_to >= as_of())
    AND (registered_date IS NULL OR registered_date <= as_of())
)
SELECT list(_row ORDER BY _row) AS _rows,
       "right" AS key,
       any_value(written) AS written,
       count(DISTINCT loan) AS times,
       string_agg(DISTINCT coalesce(registration_no, '（未登记）'), '、' ORDER BY coalesce(registration_no, '（未登记）')) AS loans,
       CASE WHEN count(DISTINCT loan) FILTER (NOT unclear) > 1 THEN 'violation'
            WHEN count(DISTINCT loan) > 1 THEN 'gap'
            ELSE 'ok' END AS verdict
FROM open_pledge
GROUP BY "right"
