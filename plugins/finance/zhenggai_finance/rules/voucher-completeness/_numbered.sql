SELECT entry.*,
       CASE WHEN coalesce(yearly, FALSE) THEN 0 ELSE entry.book_month END AS stretch,
       concat(entry.book_year, '年', CASE WHEN coalesce(yearly, FALSE) THEN '' ELSE concat(entry.book_month, '月') END, entry.mark) AS series
FROM entry
LEFT JOIN series_kind ON series_kind.book_year = entry.book_year AND series_kind.mark = entry.mark
