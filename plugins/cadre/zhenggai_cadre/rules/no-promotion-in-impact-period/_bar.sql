SELECT punishment, person, id_card, type, begun, impact_end, by_party, months, single_end,
       CASE WHEN by_party AND single_end < CAST('9999-12-31' AS DATE)
            THEN CAST('2000-01-01' AS DATE) + CAST(total + max(CASE WHEN single_end < CAST('9999-12-31' AS DATE)
                   THEN (begun - CAST('2000-01-01' AS DATE)) - (total - days) END) OVER up_to AS INTEGER)
            ELSE single_end END AS ended
FROM summed
WINDOW up_to AS (PARTITION BY person, id_card, by_party ORDER BY begun, punishment ROWS UNBOUNDED PRECEDING)
