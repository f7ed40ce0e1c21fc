SELECT _row,
       must AS subject,
       name,
       intended_post,
       decision_date,
       must,
       CASE WHEN earliest = latest THEN CAST(latest AS VARCHAR) ELSE strftime(latest, '%Y-%m') END AS done_on,
       decision_date AS fact_date,
       CASE WHEN latest < add_months(decision_date, -$stale_months) THEN 'violation'
            WHEN earliest >= add_months(decision_date, -$stale_months) THEN 'ok'
            ELSE 'gap' END AS verdict
FROM musts
WHERE earliest IS NOT NULL
  AND needed IS NOT FALSE
  AND (earliest > decision_date) IS NOT TRUE
