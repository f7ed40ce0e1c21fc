SELECT entry_row,
       canteen_row,
       fit = 1
         OR count(*) OVER (PARTITION BY entry_row) = 1
         OR (fit < 4 AND told_apart.school IS NULL) AS sure
FROM best
JOIN canteen ON canteen._row = best.canteen_row
LEFT JOIN told_apart ON told_apart.school = norm_name(canteen.school_name)
