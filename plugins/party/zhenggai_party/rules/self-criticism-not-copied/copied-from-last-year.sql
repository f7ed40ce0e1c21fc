WITH size AS (
  SELECT _row, count(*) AS pieces
  FROM gram
  GROUP BY _row
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
