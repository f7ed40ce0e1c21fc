SELECT *,
       upper(regexp_replace(norm_text(licence_no), '[()\[\]〔〕【】]', '', 'g')) AS number,
       norm_name(pharmacy_name) AS name,
       -- “生物制品（除血液制品）” does not sell what it leaves out.
       regexp_replace(norm_text(business_scope), '\([^)]*(除|不含)[^)]*\)|不含[^,;、。]*|除[^,;。]*外', '', 'g') AS scope,
       CASE WHEN scope IS NULL THEN NULL
            WHEN coalesce(list_bool_or(list_transform(CAST($half_year_words AS VARCHAR[]),
              lambda word: contains(scope, word))), false) THEN '特药'
            WHEN coalesce(list_bool_or(list_transform(CAST($yearly_words AS VARCHAR[]),
              lambda word: contains(scope, word))), false) THEN '重点'
            ELSE '一般' END AS class
FROM drugs.pharmacy_register
WHERE status IS NULL OR status = '在营'
