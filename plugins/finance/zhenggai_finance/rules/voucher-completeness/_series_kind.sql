-- Numbers run through the year where the second month goes on from the first.
SELECT book_year,
       mark,
       count(*) > 1 AND bool_and(low > before_high) FILTER (before_high IS NOT NULL) AS yearly
FROM (SELECT *, lag(high) OVER (PARTITION BY book_year, mark ORDER BY book_month) AS before_high FROM month_range)
GROUP BY ALL
