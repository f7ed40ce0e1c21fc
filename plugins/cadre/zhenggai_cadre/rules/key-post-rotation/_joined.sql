SELECT *, sum(opens) OVER (PARTITION BY person, duty ORDER BY since, _row ROWS UNBOUNDED PRECEDING) AS spell
FROM spells
