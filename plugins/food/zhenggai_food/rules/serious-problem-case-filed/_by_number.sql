SELECT serious._row AS clue_row, penal._row AS case_row
FROM serious
JOIN penal USING (number)
UNION
SELECT serious._row, penal._row
FROM serious
JOIN (FROM penal QUALIFY count(*) OVER (PARTITION BY bare) = 1) AS penal USING (bare)
WHERE serious.bare.serial <> ''
