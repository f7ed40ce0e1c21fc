SELECT *,
       CASE WHEN deadline IS NULL OR owed IS NULL OR murky OR unreadable THEN 'gap'
            WHEN paid_on <= deadline AND start_unsure IS NOT TRUE THEN 'ok'
            WHEN paid_on IS NULL AND as_of() <= deadline THEN 'pending'
            WHEN dispute AND disputed_amount IS NULL THEN 'gap'
            WHEN paid_on <= deadline OR untold THEN 'gap'
            WHEN owed <= 0 THEN 'ok'
            WHEN supplier_size IS NULL AND NOT $as_unknown THEN 'gap'
            ELSE 'violation' END AS verdict
FROM settled
WHERE coalesce(supplier_size, '未知') NOT IN ('大型', '非企业')
