SELECT _row,
       coalesce(pharmacy_name, '（药店不明）') AS pharmacy_name,
       sale_date,
       concat_ws('、',
         CASE WHEN patient_name IS NULL THEN '患者姓名' END,
         CASE WHEN drug_name IS NULL THEN '药品名称' END) AS lacking,
       reviewer AS owner,
       sale_date AS fact_date,
       judge(lacking = '') AS verdict
FROM drugs.prescription_register
WHERE in_period(sale_date) IS NOT FALSE
