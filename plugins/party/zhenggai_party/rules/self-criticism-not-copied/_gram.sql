SELECT DISTINCT _row, substring(words, place::INTEGER, 8) AS piece
FROM cleaned, range(1, greatest(length(words) - 6, 1)) AS places(place)
WHERE length(words) >= 8
