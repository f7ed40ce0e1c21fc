-- An entry under the school's name speaks for each of its canteens, unless the ledger tells them apart.
SELECT norm_name(school_name) AS school
FROM best
JOIN canteen ON canteen._row = best.canteen_row
WHERE fit = 1
  AND canteen_name IS NOT NULL
GROUP BY ALL
