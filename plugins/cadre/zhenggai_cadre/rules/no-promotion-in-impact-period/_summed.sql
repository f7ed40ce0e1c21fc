-- A party punishment within a running one adds what is left of it. With lengths summed up to each
-- punishment, the end is that sum plus the greatest (start less the sum before it).
SELECT *,
       single_end - begun AS days,
       sum(CASE WHEN by_party AND single_end < CAST('9999-12-31' AS DATE) THEN single_end - begun ELSE 0 END) OVER up_to AS total
FROM single
WINDOW up_to AS (PARTITION BY person, id_card, by_party ORDER BY begun, punishment ROWS UNBOUNDED PRECEDING)
