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
part AS (
  SELECT paragraph._row, paragraph.document, paragraph.number, cleaned.title,
         regexp_replace(norm_text(paragraph.text), '[^\p{L}]', '', 'g') AS words
  FROM core.paragraphs AS paragraph
  JOIN cleaned ON cleaned._row = paragraph.document
  WHERE length(regexp_replace(norm_text(paragraph.text), '[^\p{L}]', '', 'g')) >= 40
    AND cleaned.for_year IN (SELECT year(first_day) FROM core.years)
),
repeated AS (
  SELECT later._row, min(earlier._row) AS first_row, min(earlier.number) AS first_number
  FROM part AS later
  JOIN part AS earlier ON earlier.document = later.document AND earlier.number < later.number
   AND abs(length(earlier.words) - length(later.words)) <= 0.05 * greatest(length(earlier.words), length(later.words))
  WHERE earlier.words = later.words
     OR (jaccard(earlier.words, later.words) >= 0.8
         AND 1 - levenshtein(earlier.words, later.words) / greatest(length(earlier.words), length(later.words)) >= 0.95)
  GROUP BY later._row
)
SELECT CASE WHEN repeated._row IS NULL THEN [part._row] ELSE [part._row, repeated.first_row] END AS _rows,
       part.title, part.number AS second_number, repeated.first_number,
       CASE WHEN repeated._row IS NULL THEN 'ok' ELSE 'doubt' END AS verdict
FROM part
LEFT JOIN repeated USING (_row)
UNION ALL
SELECT [_row], title, NULL, NULL, 'gap'
FROM cleaned
WHERE for_year IS NULL
