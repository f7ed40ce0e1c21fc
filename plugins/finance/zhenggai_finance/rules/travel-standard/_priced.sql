-- The row of the season before the row of the whole year, the nearer place before the wider.
SELECT leg._row,
       arg_max(standard.lodging_cap, (CASE WHEN len(months) > 0 THEN 100 ELSE 0 END) + length(place)) AS lodging_cap,
       arg_max(standard.meal_rate, (CASE WHEN len(months) > 0 THEN 100 ELSE 0 END) + length(place)) AS meal_rate,
       arg_max(standard.city_rate, (CASE WHEN len(months) > 0 THEN 100 ELSE 0 END) + length(place)) AS city_rate,
       arg_max(standard.seat_classes, (CASE WHEN len(months) > 0 THEN 100 ELSE 0 END) + length(place)) AS seat_classes
FROM leg
JOIN standard
  ON (contains(norm_text(leg.city), place) OR contains(place, norm_text(leg.city)))
 AND (contains(norm_text(standard.rank_group), left(leg.rank_text, 2)))
WHERE len(months) = 0
   OR list_contains(months, month(leg.depart_date))
GROUP BY leg._row
