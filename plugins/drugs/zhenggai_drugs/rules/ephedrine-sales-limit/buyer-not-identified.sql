SELECT _row,
       pharmacy_name,
       sale_date,
       drug_name,
       seller AS owner,
       sale_date AS fact_date,
       judge(coalesce(norm_text(id_card), '') <> '') AS verdict
FROM drugs.ephedrine_register
WHERE in_period(sale_date) IS NOT FALSE
