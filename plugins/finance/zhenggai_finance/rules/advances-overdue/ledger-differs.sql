WITH booked AS (
  SELECT list(_row ORDER BY _row) AS book_rows,
         any_value(concat(fiscal_year, '年', label, '期')) AS label,
         sum(closing) AS booked,
         count(*) > count(closing) AS unclear,
         max(stamp) AS stamp
  FROM latest
  WHERE regexp_matches(code, '^(1214|1218)')
),
listed AS (
  -- The ledger as it stood at the end of the period of the trial balance.
  SELECT sum(CASE WHEN loan_date <= last_day(make_date(stamp // 100, least(stamp % 100, 12), 1))
                  THEN lent - CASE WHEN cleared_date > last_day(make_date(stamp // 100, least(stamp % 100, 12), 1)) THEN 0 ELSE coalesce(cleared_amount, 0) END
                  ELSE 0 END) AS listed,
         count(*) > count(lent) OR count(*) > count(loan_date) AS unknown
  FROM loan
  CROSS JOIN booked
)
SELECT book_rows AS _rows,
       'total' AS key,
       label,
       booked,
       coalesce(listed, 0) AS listed,
       booked - coalesce(listed.listed, 0) AS difference,
       abs(difference) AS amount,
       CASE WHEN unclear OR unknown THEN 'gap'
            ELSE judge(abs(difference) < 0.01) END AS verdict
FROM booked
CROSS JOIN listed
WHERE booked.book_rows IS NOT NULL
