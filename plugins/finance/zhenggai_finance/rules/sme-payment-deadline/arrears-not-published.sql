WITH published AS (
  SELECT day_in($publish_doc) AS day
),
year_end AS (
  SELECT CAST(unnest(generate_series(year(period_start()) - 1, year(period_end()) - 1)) AS INTEGER) AS year
),
arrears AS (
  SELECT year_end.year,
         list(_row ORDER BY _row) FILTER (late) AS rows,
         count(*) FILTER (late) AS count,
         sum(owed - paid_in_time) FILTER (late) AS amount,
         bool_or(verdict = 'gap' AND coalesce(start_day, sign_date, make_date(year_end.year, 1, 1)) <= make_date(year_end.year, 12, 31)) AS unclear
  FROM year_end
  LEFT JOIN (SELECT *, 0 AS zero FROM decided) AS decided ON zero = 0
  CROSS JOIN LATERAL (
    SELECT verdict = 'violation'
       AND deadline < make_date(year_end.year, 12, 31)
       AND (paid_on IS NULL OR paid_on > make_date(year_end.year, 12, 31)) AS late) AS at_year_end
  GROUP BY year_end.year
)
SELECT coalesce(rows, []) AS _rows,
       CAST(year AS VARCHAR) AS key,
       year,
       count,
       coalesce(amount, 0) AS amount,
       make_date(year + 1, 3, 31) AS fact_date,
       make_date(year + 1, 3, 31) AS due,
       CASE WHEN $publish_doc = '' THEN '没有公开材料'
            WHEN published.day IS NULL THEN '公开材料没有日期'
            ELSE '公开日期' || CAST(published.day AS VARCHAR) END AS state,
       CASE WHEN count > 0 AND published.day BETWEEN make_date(year + 1, 1, 1) AND make_date(year + 1, 3, 31) THEN 'ok'
            WHEN as_of() <= make_date(year + 1, 3, 31) THEN 'pending'
            WHEN count = 0 THEN CASE WHEN unclear THEN 'gap' ELSE 'ok' END
            WHEN $publish_doc <> '' AND published.day IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM arrears, published
WHERE make_date(year + 1, 3, 31) BETWEEN period_start() AND period_end()
