SELECT sided.year,
       sided.item,
       sum(net) AS total,
       count(*) > count(net) AS unknown
FROM entry
JOIN sided ON sided.year = entry.year AND sided.item = entry.item AND sided.side = entry.class
GROUP BY ALL
