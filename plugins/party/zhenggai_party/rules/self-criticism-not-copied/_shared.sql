SELECT a._row AS one, b._row AS other, count(*) AS pieces
FROM gram AS a
JOIN gram AS b ON b.piece = a.piece AND a._row < b._row
GROUP BY ALL
