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
