WITH paper AS (
  SELECT *,
         concat_ws(' ', title, regexp_extract(path, '[^/]*$')) AS headed,
         concat(coalesce("year",
           try_cast(regexp_extract(headed, '(20[0-9]{2})年度', 1) AS INTEGER),
           try_cast(regexp_extract(path, '(20[0-9]{2})年?度?[^/]*/', 1) AS INTEGER),
           year(date), year(coalesce(written, issued_on)))) AS year_text,
         try_cast(year_text AS INTEGER) AS for_year,
         coalesce(kind, CASE WHEN regexp_matches(headed, '巡察|巡视') THEN '巡察整改专题民主生活会'
                             WHEN contains(headed, '专项') THEN '专项民主生活会' ELSE '年度民主生活会' END) AS meeting_kind,
         regexp_matches(headed, '班子|党组对照') AS of_group,
         coalesce(norm_name(speaker), CASE WHEN of_group THEN '班子' END,
                  nullif(regexp_extract(headed, '^([^0-9 ]{2,4}?)(?:同志)?(?:20|的|个人|对照|民主)', 1), '')) AS author
  FROM party.democratic_life
  WHERE regexp_matches(headed, '对照检查|剖析|发言提纲')
    AND NOT regexp_matches(headed, '整改(清单|方案)')
),
-- What everyone writes is taken out: headings, names, stock phrases, punctuation.
cleaned AS (
  SELECT *,
         regexp_replace(
           list_reduce(
             list_concat(list_distinct((SELECT list(author) FROM paper WHERE author IS NOT NULL)), $stopphrases),
             lambda words, phrase: replace(words, phrase, ''),
             regexp_replace(text, '(?m)^[（(]?[一二三四五六七八九十0-9]+[）)、.．][^\n。]{0,30}$', '', 'g')),
           '[^\p{L}]', '', 'g') AS words
  FROM paper
),
gram AS (
  SELECT DISTINCT _row, substring(words, place::INTEGER, 8) AS piece
  FROM cleaned, range(1, greatest(length(words) - 6, 1)) AS places(place)
  WHERE length(words) >= 8
),
size AS (
  SELECT _row, count(*) AS pieces
  FROM gram
  GROUP BY _row
),
shared AS (
  SELECT a._row AS one, b._row AS other, count(*) AS pieces
  FROM gram AS a
  JOIN gram AS b ON b.piece = a.piece AND a._row < b._row
  GROUP BY ALL
)
SELECT [a._row, b._row] AS _rows, concat_ws('|', a.path, b.path) AS key,
       a.title AS first_title, b.title AS second_title, greatest(a.author, b.author) AS owner,
       a.for_year AS year,
       round(coalesce(shared.pieces, 0) / (size_a.pieces + size_b.pieces - coalesce(shared.pieces, 0)), 2) AS likeness,
       CASE WHEN size_a.pieces IS NULL OR size_b.pieces IS NULL THEN 'gap'
            WHEN coalesce(shared.pieces, 0) / (size_a.pieces + size_b.pieces - coalesce(shared.pieces, 0)) > $high THEN 'violation'
            WHEN coalesce(shared.pieces, 0) / (size_a.pieces + size_b.pieces - coalesce(shared.pieces, 0)) > $warn THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM cleaned AS a
JOIN cleaned AS b ON b.author = a.author AND b.for_year = a.for_year - 1
LEFT JOIN size AS size_a ON size_a._row = a._row
LEFT JOIN size AS size_b ON size_b._row = b._row
LEFT JOIN shared ON shared.one = least(a._row, b._row) AND shared.other = greatest(a._row, b._row)
WHERE greatest(a.for_year, b.for_year) IN (SELECT year(first_day) FROM core.years)
