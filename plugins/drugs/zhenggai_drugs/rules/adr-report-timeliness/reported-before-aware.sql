SELECT _row,
       reporter,
       drug_name,
       aware_date,
       report_date,
       reporter AS owner,
       aware_date AS fact_date,
       judge(report_date >= aware_date) AS verdict
FROM drugs.adr_ledger
WHERE in_period(aware_date) IS NOT FALSE
