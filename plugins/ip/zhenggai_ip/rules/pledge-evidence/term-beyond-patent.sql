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
term AS (
  SELECT pledged._row,
         written,
         "right",
         term_to,
         registered_date,
         kind,
         -- Without the date of application the year in the number bounds it.
         coalesce(applied_date, make_date(TRY_CAST(left("right", 4) AS INTEGER), 1, 1)) AS earliest,
         coalesce(applied_date, make_date(TRY_CAST(left("right", 4) AS INTEGER), 12, 31)) AS latest
  FROM pledged
  LEFT JOIN registered USING ("right")
  WHERE is_patent
    AND in_period(registered_date) IS NOT FALSE
    AND term_to IS NOT NULL
),
bounded AS (
  SELECT *,
         add_months(earliest, CASE kind WHEN '发明' THEN 240 WHEN '实用新型' THEN 120
                              WHEN '外观设计' THEN CASE WHEN earliest >= $design_15_from THEN 180 ELSE 120 END END) AS earliest_end,
         add_months(latest, CASE kind WHEN '发明' THEN 240 WHEN '实用新型' THEN 120
                            WHEN '外观设计' THEN CASE WHEN latest >= $design_15_from THEN 180 ELSE 120 END END) AS expiry
  FROM term
)
SELECT _row,
       written AS subject,
       written,
       term_to,
       expiry,
       registered_date AS fact_date,
       -- The very day of the patent's expiry is still within.
       CASE WHEN term_to <= earliest_end THEN 'ok'
            WHEN term_to > expiry THEN 'violation'
            ELSE 'gap' END AS verdict
FROM bounded
