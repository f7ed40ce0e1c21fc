-- What everyone writes is taken out: headings, names, stock phrases, punctuation.
SELECT *,
       regexp_replace(
         list_reduce(
           list_concat(list_distinct((SELECT list(author) FROM paper WHERE author IS NOT NULL)), $stopphrases),
           lambda words, phrase: replace(words, phrase, ''),
           regexp_replace(text, '(?m)^[（(]?[一二三四五六七八九十0-9]+[）)、.．][^\n。]{0,30}$', '', 'g')),
         '[^\p{L}]', '', 'g') AS words
FROM paper
