SELECT *,
       coalesce(level, CASE WHEN contains(branch, '总支') THEN '党总支' WHEN contains(branch, '党委') THEN '基层党委' ELSE '党支部' END) AS kind,
       try_cast(list_filter(list_transform($years, lambda pair: CASE WHEN split_part(pair, '=', 1) = kind THEN split_part(pair, '=', 2) END),
         lambda one: one IS NOT NULL)[1] AS INTEGER) AS term_years,
       -- Boards elected before the opinion keep the term they were elected for.
       term_start_from < DATE '2018-07-12' AS old_term,
       CASE WHEN old_term THEN term_due_from ELSE add_months(term_start_from, 12 * term_years) END AS due_from,
       CASE WHEN old_term THEN term_due_to ELSE add_months(term_start_to, 12 * term_years) END AS due_to,
       coalesce(extension_date,
         try_cast(regexp_replace(regexp_extract(norm_text(extension_doc), '20[0-9]{2}[-./年][0-9]{1,2}[-./月][0-9]{1,2}'), '[./年月]', '-', 'g') AS DATE)) AS approved,
       nullif(trim(extension_doc), '') IS NOT NULL AS has_paper
FROM party.branches
WHERE coalesce(dissolved_from >= as_of(), TRUE)
  AND (term_actual_to IS NULL OR term_actual_to >= period_start())
