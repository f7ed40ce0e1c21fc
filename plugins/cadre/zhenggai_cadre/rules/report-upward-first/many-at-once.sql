WITH promoted AS (
  SELECT *,
         count(DISTINCT norm_name(name) || coalesce(CAST(birth_month AS VARCHAR), '')) OVER (PARTITION BY decision_date) AS promoted
  FROM cadre.selection_register
  WHERE (kind = '提拔') IS NOT FALSE
    AND in_period(decision_date) IS NOT FALSE
)
SELECT _row,
       name,
       intended_post,
       decision_date,
       promoted,
       superior_reply_date,
       superior_reply_no,
       decision_date AS fact_date,
       CASE WHEN kind IS NULL OR decision_date IS NULL THEN 'gap'
            WHEN promoted < $batch_size THEN 'ok'
            WHEN superior_reply_date > decision_date THEN 'violation'
            WHEN superior_reply_date IS NULL OR superior_reply_no IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM promoted
