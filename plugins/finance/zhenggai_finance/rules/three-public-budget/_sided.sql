-- One accounting side only: an event is booked on both. A purchased car is an asset there, so its payment is read on the budget side.
SELECT year,
       item,
       CASE WHEN count(*) FILTER (class = '7') > 0 THEN '7' ELSE '5' END AS side
FROM entry
WHERE item IS NOT NULL
  AND class IN ('5', '7')
GROUP BY ALL
