SELECT *
FROM balance
WHERE leaf
  AND stamp <= year(as_of()) * 100 + month(as_of())
QUALIFY stamp = max(stamp) OVER ()
