SELECT fed_pairs._row,
       listed_pairs.finding,
       count(*) / least(greatest(length(fed_pairs.words) - 1, 1), greatest(length(listed_pairs.words) - 1, 1)) AS likeness
FROM fed_pairs
JOIN listed_pairs ON listed_pairs.pair = fed_pairs.pair
GROUP BY fed_pairs._row, listed_pairs.finding, fed_pairs.words, listed_pairs.words
