WITH digit AS (
  SELECT CAST(left(CAST(CAST(floor(spent) AS BIGINT) AS VARCHAR), 1) AS INTEGER) AS digit
  FROM expense
  WHERE spent > 100
),
share AS (
  SELECT expected.digit,
         count(digit.digit) AS found,
         count(digit.digit) / (SELECT count(*) FROM digit) AS share,
         log10(1 + 1.0 / expected.digit) AS wanted
  FROM (SELECT unnest(range(1, 10)) AS digit) AS expected
  LEFT JOIN digit ON digit.digit = expected.digit
  GROUP BY expected.digit
),
whole AS (
  SELECT sum(found) AS rows_counted,
         avg(abs(share - wanted)) AS mad,
         string_agg(CAST(round(share * 100, 1) AS VARCHAR), '、' ORDER BY digit) AS shares
  FROM share
)
SELECT 'total' AS key,
       rows_counted,
       round(mad, 4) AS mad,
       shares,
       CASE WHEN EXISTS (SELECT 1 FROM expense WHERE spent IS NULL) THEN 'gap'
            WHEN whole.mad > $benford_mad THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM whole
-- On a small population the test means nothing, and is not made.
WHERE rows_counted >= $benford_min
