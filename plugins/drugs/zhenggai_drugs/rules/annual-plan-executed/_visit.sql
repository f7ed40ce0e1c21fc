SELECT '药品零售' AS category,
       norm_name(station) AS station,
       inspect_date,
       concat_ws('|', norm_name(pharmacy_name), inspect_date) AS one_visit
FROM drugs.inspection_ledger
UNION ALL
SELECT category,
       norm_name(station) AS station,
       inspect_date,
       concat_ws('|', norm_name(subject_name), inspect_date) AS one_visit
FROM drugs.device_cosmetic_ledger
