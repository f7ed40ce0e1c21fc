WITH received AS (
  SELECT year(reception_date) AS year,
         count(*) AS batches,
         CASE WHEN count(*) = count(visitor_count) THEN sum(visitor_count) END AS persons
  FROM finance.reception_ledger
  GROUP BY ALL
), undated AS (
  SELECT count(*) > 0 AS any_undated FROM finance.reception_ledger WHERE reception_date IS NULL
)
SELECT report._row,
       fiscal_year AS year,
       concat(coalesce(CAST(report.batches AS VARCHAR), '（空）'), '批', coalesce(CAST(report.persons AS VARCHAR), '（空）'), '人次') AS published,
       concat(coalesce(received.batches, 0), '批', CASE WHEN received.year IS NULL THEN '0' ELSE coalesce(CAST(received.persons AS VARCHAR), '（空）') END, '人次') AS ledger,
       last_day AS fact_date,
       last_day AS due,
       CASE WHEN NOT ended THEN 'pending'
            WHEN any_undated THEN 'gap'
            -- An empty cell is no zero: it hides what the ledger shows.
            WHEN coalesce(report.batches, -1) <> coalesce(received.batches, 0) AND (report.batches IS NOT NULL OR received.batches > 0) THEN 'violation'
            WHEN received.year IS NULL THEN judge(coalesce(report.persons, 0) = 0)
            WHEN received.persons IS NULL THEN 'gap'
            ELSE judge(coalesce(report.persons, -1) = received.persons) END AS verdict
FROM finance.three_public_report AS report
JOIN core.years AS span ON CAST(label AS INTEGER) = fiscal_year
LEFT JOIN received ON received.year = fiscal_year
JOIN undated ON TRUE
WHERE report.item = '公务接待费'
