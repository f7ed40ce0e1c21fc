WITH entry AS (
  SELECT *,
         coalesce(fiscal_year, year(voucher_date)) AS book_year,
         coalesce(period, month(voucher_date)) AS book_month,
         coalesce(nullif(regexp_extract(norm_text(voucher_no), '^([^0-9-]+)', 1), ''), norm_text(voucher_type), '') AS mark,
         -- 12-1/3 and 12(2/3) are cards of number 12.
         CAST(nullif(regexp_extract(norm_text(voucher_no), '([0-9]+)', 1), '') AS BIGINT) AS serial,
         coalesce(accounting_system, CASE WHEN left(account_code, 1) BETWEEN '6' AND '8' THEN '预算会计' ELSE '财务会计' END) AS side,
         concat(coalesce(voucher_type, ''), coalesce(voucher_no, '（无号）')) AS label,
         coalesce(norm_text(void_flag), '') IN ('是', '1', 'Y', '作废', '已作废') AS void
  FROM finance.voucher_journal
  WHERE in_period(voucher_date) IS NOT FALSE
), month_range AS (
  SELECT book_year,
         mark,
         book_month,
         min(serial) AS low,
         max(serial) AS high
  FROM entry
  WHERE serial IS NOT NULL
    AND book_month <= 12
  GROUP BY ALL
), series_kind AS (
  -- Numbers run through the year where the second month goes on from the first.
  SELECT book_year,
         mark,
         count(*) > 1 AND bool_and(low > before_high) FILTER (before_high IS NOT NULL) AS yearly
  FROM (SELECT *, lag(high) OVER (PARTITION BY book_year, mark ORDER BY book_month) AS before_high FROM month_range)
  GROUP BY ALL
), numbered AS (
  SELECT entry.*,
         CASE WHEN coalesce(yearly, FALSE) THEN 0 ELSE entry.book_month END AS stretch,
         concat(entry.book_year, '年', CASE WHEN coalesce(yearly, FALSE) THEN '' ELSE concat(entry.book_month, '月') END, entry.mark) AS series
  FROM entry
  LEFT JOIN series_kind ON series_kind.book_year = entry.book_year AND series_kind.mark = entry.mark
)
SELECT list(_row ORDER BY _row) AS _rows,
       concat_ws('|', series, serial) AS key,
       series,
       serial,
       string_agg(DISTINCT CAST(voucher_date AS VARCHAR), '、') AS days,
       max(voucher_date) AS fact_date,
       CASE WHEN serial IS NULL OR count(*) > count(voucher_date) THEN 'gap'
            ELSE judge(count(DISTINCT voucher_date) = 1
                       AND count(line_no) = count(DISTINCT CASE WHEN line_no IS NOT NULL THEN concat(side, '|', line_no, '|', norm_text(voucher_no)) END)) END AS verdict
FROM numbered
WHERE NOT void
GROUP BY series, book_year, stretch, mark, serial
