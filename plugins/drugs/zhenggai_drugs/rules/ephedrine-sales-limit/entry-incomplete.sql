SELECT _row,
       pharmacy_name,
       sale_date,
       concat_ws('、',
         CASE WHEN drug_name IS NULL THEN '药品名称' END,
         CASE WHEN qty IS NULL THEN '销售数量' END,
         CASE WHEN manufacturer IS NULL THEN '生产企业' END,
         CASE WHEN batch_no IS NULL THEN '批号' END) AS lacking,
       seller AS owner,
       sale_date AS fact_date,
       judge(lacking = '') AS verdict
FROM drugs.ephedrine_register
WHERE in_period(sale_date) IS NOT FALSE
