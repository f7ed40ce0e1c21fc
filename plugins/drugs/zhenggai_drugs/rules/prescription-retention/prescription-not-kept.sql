SELECT _row,
       pharmacy_name,
       sale_date,
       coalesce(drug_name, '（药品名称空）') AS drug_name,
       coalesce(rx_kept, '空') AS kept,
       reviewer AS owner,
       sale_date AS fact_date,
       CASE WHEN rx_kept = '未留存' THEN 'violation'
            WHEN rx_kept IS NOT NULL THEN 'ok'
            WHEN rx_no IS NULL THEN 'violation'
            WHEN review_mode = '远程' OR regexp_matches(upper(norm_text(rx_no)), '^(E|DZ)|电子') THEN 'ok'
            -- A number alone does not say whether the prescription is electronic.
            ELSE 'gap' END AS verdict
FROM drugs.prescription_register
WHERE in_period(sale_date) IS NOT FALSE
