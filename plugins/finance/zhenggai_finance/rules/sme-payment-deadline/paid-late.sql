SELECT _row,
       contract_no,
       supplier,
       note,
       owed,
       start_day,
       deadline,
       CASE WHEN paid_on IS NULL THEN '至' || CAST(as_of() AS VARCHAR) || '未付清' ELSE CAST(paid_on AS VARCHAR) || '付清' END AS state,
       coalesce(paid_on, as_of()) - deadline AS days,
       CASE WHEN verdict = 'violation' THEN owed - paid_in_time END AS amount,
       round((owed - paid_in_time) * $daily_rate * (coalesce(paid_on, as_of()) - deadline), 2) AS interest,
       deadline AS fact_date,
       deadline AS due,
       verdict
FROM decided
WHERE (start_day <= period_end()) IS NOT FALSE
  AND (paid_on >= period_start() OR paid_on IS NULL OR deadline >= period_start())
