WITH expense AS (
  SELECT *,
         coalesce(debit, CASE WHEN dr_cr = '借' THEN amount END) AS spent
  FROM finance.voucher_journal
  WHERE starts_with(regexp_replace(account_code, '[. -]', '', 'g'), '5')
    AND coalesce(accounting_system, '财务会计') = '财务会计'
    AND carry_over IS DISTINCT FROM TRUE
    AND coalesce(credit, 0) = 0
    AND (coalesce(debit, CASE WHEN dr_cr = '借' THEN amount END) > 0) IS NOT FALSE
    AND NOT regexp_matches(coalesce(econ_code, ''), '^(301|303)')
    AND len(list_filter($standing_words, lambda one: contains(concat_ws(' ', summary, account_name), one))) = 0
    AND in_period(voucher_date) IS NOT FALSE
), digit AS (
  SELECT CAST(left(CAST(CAST(floor(spent) AS BIGINT) AS VARCHAR), 1) AS INTEGER) AS digit
  FROM expense
  WHERE spent > 100
), share AS (
  SELECT expected.digit,
         count(digit.digit) AS found,
         count(digit.digit) / (SELECT count(*) FROM digit) AS share,
         log10(1 + 1.0 / expected.digit) AS wanted
  FROM (SELECT unnest(range(1, 10)) AS digit) AS expected
  LEFT JOIN digit ON digit.digit = expected.digit
  GROUP BY expected.digit
), whole AS (
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
