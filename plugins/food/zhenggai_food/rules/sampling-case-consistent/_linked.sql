-- A number without its agency's prefix matches by year and serial, if one case only has them.
SELECT sample._row AS sample_row, penal._row AS case_row
FROM sample
JOIN penal ON penal.case_number = sample.number
UNION
SELECT sample._row, penal._row
FROM sample
JOIN (FROM penal QUALIFY count(*) OVER (PARTITION BY bare) = 1) AS penal USING (bare)
WHERE sample.bare.serial <> ''
