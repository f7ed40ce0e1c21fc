-- A year with books and no entry of an item spent nothing on it.
SELECT booked.year,
       kind.item,
       CASE WHEN NOT coalesce(unknown, FALSE) THEN coalesce(total, 0) END AS actual
FROM (SELECT DISTINCT year FROM entry WHERE year IS NOT NULL) AS booked
JOIN (SELECT unnest(['公务接待费', '公务用车运行维护费', '公务用车购置费', '因公出国（境）费']) AS item) AS kind ON TRUE
LEFT JOIN summed ON summed.year = booked.year AND summed.item = kind.item
