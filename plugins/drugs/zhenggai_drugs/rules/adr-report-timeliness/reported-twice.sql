SELECT list(_row ORDER BY _row) AS _rows,
       concat_ws('|', norm_text(patient), norm_text(drug_name), coalesce(onset_date, aware_date)) AS key,
       any_value(patient) AS patient,
       any_value(drug_name) AS drug_name,
       coalesce(onset_date, aware_date) AS happened,
       string_agg(DISTINCT reporter, '、' ORDER BY reporter) AS units,
       CASE WHEN count(DISTINCT norm_name(reporter)) > 1 THEN 'doubt' ELSE 'ok' END AS verdict
FROM drugs.adr_ledger
WHERE in_period(aware_date) IS NOT FALSE
  AND patient IS NOT NULL
GROUP BY norm_text(patient), norm_text(drug_name), coalesce(onset_date, aware_date)
UNION ALL
-- A ledger that names no patient cannot show it: said once.
SELECT [min(_row)], '没有患者一栏', NULL, NULL, NULL, '（台账没有填写患者）', 'gap'
FROM drugs.adr_ledger
WHERE in_period(aware_date) IS NOT FALSE
HAVING count(*) > 0 AND count(patient) = 0
