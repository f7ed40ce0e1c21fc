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
)
SELECT pledged._row,
       written AS subject,
       written,
       pledgor,
       holder,
       registered_date AS fact_date,
       CASE WHEN pledgor IS NULL THEN 'gap'
            WHEN contains(coalesce(remarks, ''), '同意') THEN 'ok'
            ELSE judge(list_has_all(list_transform(split_names(pledgor), lambda one: norm_name(one)),
                                    list_transform(split_names(holder), lambda one: norm_name(one)))) END AS verdict
FROM pledged
JOIN registered USING ("right")
WHERE is_patent
  AND in_period(registered_date) IS NOT FALSE
  AND len(split_names(holder)) > 1
  -- One who holds no share at all is reported as no holder.
  AND (pledgor IS NULL
       OR list_has_any(list_transform(split_names(holder), lambda one: norm_name(one)),
                       list_transform(split_names(pledgor), lambda one: norm_name(one))))
