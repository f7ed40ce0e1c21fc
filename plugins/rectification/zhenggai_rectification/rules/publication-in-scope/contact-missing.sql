SELECT _row, kind, title,
       CASE WHEN trim(coalesce(contact, '')) <> '' OR regexp_matches(body, '电话|邮箱|信箱|地址|@') THEN 'ok'
            WHEN body IS NULL AND contact IS NULL AND kind IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM rectification.publication
WHERE kind IS NULL
   OR kind IN ('社会公开', '网站', '公示栏')
