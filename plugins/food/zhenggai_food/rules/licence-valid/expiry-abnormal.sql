WITH registered AS (
  SELECT _row, concat(school_name, canteen_name) AS name, licence_no, licence_issue, licence_expiry, station AS owner,
         FALSE AS filed_only
  FROM food.canteen_register
  WHERE status IS NULL OR status = '正常'
  UNION ALL
  SELECT _row, name, licence_no, licence_issue, licence_expiry, NULL,
         -- Small workshops, stalls and mere filings have no last day.
         coalesce(subject_type IN ('小作坊', '食品摊贩'), FALSE)
           OR regexp_matches(concat_ws(' ', licence_no, remarks), '备案|^YB')
  FROM food.operator_register
  WHERE status IS NULL OR status = '在营'
),
licence AS (
  SELECT *,
         coalesce(contains(licence_expiry, '长期'), FALSE) AS lasting,
         day_in(licence_expiry) AS valid_until,
         workdays_between(as_of(), day_in(licence_expiry)) AS left_workdays
  FROM registered
)
SELECT _row, name, licence_no,
       coalesce(licence_expiry, '空') AS licence_expiry,
       owner,
       CASE WHEN valid_until IS NOT NULL OR filed_only THEN 'ok'
            WHEN licence_expiry IS NULL OR lasting THEN 'violation'
            ELSE 'gap' END AS verdict
FROM licence
