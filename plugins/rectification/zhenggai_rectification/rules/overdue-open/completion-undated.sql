SELECT _row,
       "no",
       finding,
       status,
       completed_date,
       leader AS owner,
       CASE WHEN status IS NULL THEN 'gap'
            ELSE judge(coalesce(completed_date <= as_of(), FALSE)) END AS verdict
FROM rectification.ledger
WHERE status IN ('已完成', '已销号')
   OR (status IS NULL AND completed_date IS NOT NULL)
