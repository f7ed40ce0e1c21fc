SELECT *,
       CASE WHEN contains(words, '专利') AND NOT regexp_matches(words, '商标|知识产权') THEN 'patent'
            WHEN contains(words, '商标') AND NOT regexp_matches(words, '专利|知识产权') THEN 'mark' END AS scope
FROM sentence
WHERE contains(words, '质押')
