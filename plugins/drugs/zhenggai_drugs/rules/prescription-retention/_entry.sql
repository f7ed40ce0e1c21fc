SELECT *,
       norm_name(pharmacy_name) AS store,
       nullif(upper(norm_text(regexp_replace(drug_name, '[（(【\[][^）)】\]]*[）)】\]]', '', 'g'))), '') AS drug
FROM drugs.prescription_register
