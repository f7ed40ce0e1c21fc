WITH replaced AS (
  SELECT _row, name, unnest(split_names(regexp_replace(supersedes, '[《》]', '', 'g'))) AS old
  FROM listed
  WHERE kind IN ('新建', '修订')
    AND trim(supersedes) <> ''
)
SELECT list_filter([replaced._row, any_value(listed._row)], lambda one: one IS NOT NULL) AS _rows,
       concat_ws('|', replaced.name, replaced.old) AS key,
       replaced.name, replaced.old,
       CASE WHEN count(listed._row) = 0 THEN 'gap'
            ELSE judge(bool_or(listed.kind = '废止' OR coalesce(listed.status = '已废止', FALSE))) END AS verdict
FROM replaced
LEFT JOIN listed ON regexp_replace(norm_text(listed.name), '[《》]', '', 'g') = norm_text(replaced.old) AND listed._row <> replaced._row
GROUP BY replaced._row, replaced.name, replaced.old
