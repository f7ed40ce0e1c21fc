SELECT entry_row, canteen_row, min(fit) AS fit
FROM (FROM fitting QUALIFY rank() OVER (PARTITION BY entry_row ORDER BY fit, size DESC) = 1)
GROUP BY entry_row, canteen_row
