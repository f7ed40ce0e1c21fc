WITH item AS (
  SELECT year(voucher_date) AS year,
         coalesce(account_name, econ_code, '未分项目') AS item,
         sum(spent) AS total,
         sum(spent) FILTER (make_date(year(voucher_date), 12, 31) - voucher_date < $december_days) AS late,
         list(_row ORDER BY _row) FILTER (make_date(year(voucher_date), 12, 31) - voucher_date < $december_days) AS late_rows,
         count(*) > count(spent) AS unknown,
         any_value((SELECT count(*) FROM expense)) AS population
  FROM expense
  GROUP BY ALL
)
SELECT late_rows[1:20] AS _rows,
       concat_ws('|', year, item) AS key,
       year,
       item,
       total,
       coalesce(late, 0) AS late,
       round(coalesce(late, 0) * 100 / nullif(total, 0), 1) AS share,
       late AS amount,
       make_date(year, 12, 31) AS due,
       CASE WHEN year IS NULL OR unknown THEN 'gap'
            WHEN as_of() < due THEN 'pending'
            WHEN item.late >= $december_min AND item.late > total * $december_share THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM item
WHERE population >= $min_rows
