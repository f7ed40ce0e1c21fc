WITH part AS (
  SELECT fiscal_year,
         item = '合计' AS is_total,
         _row,
         unnest(['预算', '决算']) AS which,
         unnest([budget, final]) AS figure
  FROM finance.three_public_report
  WHERE in_period(make_date(fiscal_year, 12, 31)) IS NOT FALSE
     OR in_period(make_date(fiscal_year, 1, 1))
)
SELECT list(_row) FILTER (is_total) AS _rows,
       concat_ws('|', fiscal_year, which) AS key,
       fiscal_year AS year,
       which,
       any_value(figure) FILTER (is_total) AS total,
       sum(figure) FILTER (NOT is_total) AS found,
       abs(total - found) AS difference,
       $tolerance * count(*) FILTER (NOT is_total) AS allowed,
       make_date(fiscal_year, 12, 31) AS fact_date,
       CASE WHEN count(figure) < count(*) OR count(*) FILTER (NOT is_total) = 0 THEN 'gap'
            ELSE judge(difference <= allowed) END AS verdict
FROM part
GROUP BY fiscal_year, which
HAVING count(*) FILTER (is_total) = 1
