WITH held AS (
  SELECT _row,
         norm_text(person) AS who,
         person,
         post,
         coalesce(from_date_from, DATE '1900-01-01') AS first_maybe,
         coalesce(from_date_to, DATE '1900-01-01') AS first_sure,
         coalesce(to_date_from, DATE '9999-12-31') AS last_sure,
         coalesce(to_date_to, DATE '9999-12-31') AS last_maybe
  FROM finance.post_assignment
  WHERE coalesce(from_date_from, DATE '1900-01-01') <= period_end()
    AND coalesce(to_date_to, DATE '9999-12-31') >= period_start()
), clash AS (
  SELECT a._row,
         b._row AS other_row,
         b.post AS other_post,
         greatest(a.first_sure, b.first_sure) AS since,
         -- Dates known to the month are intervals: only what is certain is a violation.
         greatest(a.first_sure, b.first_sure) <= least(a.last_sure, b.last_sure) AS certain
  FROM held AS a
  JOIN held AS b ON b.who = a.who
  WHERE ((a.post = '出纳' AND b.post IN ('会计（制单）', '会计（记账）', '稽核（审核）', '会计档案', '印章管理', '财务负责人'))
      OR (a.post = '采购' AND b.post IN ('验收', '资产管理')))
    AND greatest(a.first_maybe, b.first_maybe) <= least(a.last_maybe, b.last_maybe)
)
SELECT list_filter([held._row, other_row], lambda one: one IS NOT NULL) AS _rows,
       concat_ws('|', who, post, other_post) AS key,
       person,
       post,
       coalesce(other_post, '') AS other_post,
       CASE WHEN since <= DATE '1900-01-01' THEN '任岗' ELSE CAST(since AS VARCHAR) END AS since,
       person AS owner,
       CASE WHEN clash._row IS NULL THEN CASE WHEN who IS NULL OR post IS NULL THEN 'gap' ELSE 'ok' END
            WHEN NOT certain THEN 'gap'
            -- Purchasing and assets clash for the same goods only.
            WHEN post = '采购' AND other_post = '资产管理' THEN 'doubt'
            ELSE 'violation' END AS verdict
FROM held
LEFT JOIN clash ON clash._row = held._row
