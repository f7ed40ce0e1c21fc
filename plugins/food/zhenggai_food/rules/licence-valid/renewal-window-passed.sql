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
SELECT _row, name, licence_no, licence_expiry, owner,
       CASE WHEN left_workdays <= $late_workdays OR valid_until - as_of() <= $late_workdays THEN 'doubt'
            WHEN left_workdays > $late_workdays OR valid_until - as_of() > $late_workdays * 7 / 5 + 14 THEN 'ok'
            ELSE 'gap' END AS verdict
FROM licence
WHERE valid_until >= as_of()
