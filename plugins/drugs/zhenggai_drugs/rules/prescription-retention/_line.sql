SELECT *,
       norm_name(pharmacy_name) AS store,
       day_in(sale_time) AS sold_on,
       nullif(upper(norm_text(regexp_replace(drug_name, '[（(【\[][^）)】\]]*[）)】\]]', '', 'g'))), '') AS drug,
       store IS NULL OR sold_on IS NULL OR drug IS NULL OR qty IS NULL OR is_rx IS NULL AS unclear
FROM drugs.rx_sale_export
WHERE is_rx IS NOT FALSE
