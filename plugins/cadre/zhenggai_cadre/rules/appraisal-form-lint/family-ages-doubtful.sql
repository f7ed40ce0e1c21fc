SELECT _row,
       CAST(place AS VARCHAR) AS subject,
       name,
       line,
       strftime(birth_month, '%Y-%m') AS born,
       form_date AS fact_date,
       CASE WHEN birth_month IS NULL OR theirs IS NULL THEN 'gap'
            WHEN elder AND birth_month < add_months(theirs, 168) THEN 'doubt'
            WHEN NOT elder AND theirs < add_months(birth_month, 168) THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM (SELECT *, regexp_matches(parts[1], '^(父亲?|母亲?)$') AS elder,
             CAST(try_strptime(regexp_replace(regexp_extract(norm_text(line), '(19|20)[0-9]{2}[.年-]?(0[1-9]|1[0-2])'), '[.年-]', ''), ['%Y%m']) AS DATE) AS theirs
      FROM member)
WHERE regexp_matches(parts[1], '^(父亲?|母亲?|儿子|女儿|长子|次子|长女|次女|之子|之女)$')
