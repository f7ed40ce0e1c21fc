WITH journal AS (
  SELECT book_year,
         book_month,
         code,
         min(_row) AS first_row,
         sum(debits) AS debits,
         sum(credits) AS credits,
         count(*) > count(debits) OR count(*) > count(credits) AS unknown
  FROM entry
  GROUP BY ALL
),
booked_month AS (
  SELECT DISTINCT book_year, book_month FROM journal
),
stretch AS (
  SELECT _row,
         year,
         code,
         unnest(range(ends[1], ends[-1] + 1)) AS month
  FROM balance
  WHERE leaf
    AND len(ends) > 0
),
prefix AS (
  -- The journal may be kept in more detail than the trial balance.
  SELECT *,
         left(code, CAST(size AS INTEGER)) AS stem
  FROM (SELECT *, unnest(range(1, length(code) + 1)) AS size FROM journal)
),
met AS (
  SELECT stretch._row,
         sum(prefix.debits) AS debits,
         sum(prefix.credits) AS credits,
         bool_or(prefix.unknown) AS unknown,
         bool_and(booked_month.book_month IS NOT NULL) AS all_booked
  FROM stretch
  LEFT JOIN booked_month ON booked_month.book_year = stretch.year AND booked_month.book_month = stretch.month
  LEFT JOIN prefix
    ON prefix.book_year = stretch.year
   AND prefix.book_month = stretch.month
   AND prefix.stem = stretch.code
  GROUP BY stretch._row
),
covered AS (
  SELECT DISTINCT year, month FROM stretch
),
homeless AS (
  SELECT journal.*
  FROM journal
  JOIN covered ON covered.year = journal.book_year AND covered.month = journal.book_month
  WHERE NOT EXISTS (
    SELECT 1
    FROM prefix
    JOIN stretch
      ON stretch.year = prefix.book_year
     AND stretch.month = prefix.book_month
     AND stretch.code = prefix.stem
    WHERE prefix.book_year = journal.book_year
      AND prefix.book_month = journal.book_month
      AND prefix.code = journal.code)
)
SELECT balance._row AS _row,
       concat_ws('|', year, label, code) AS key,
       year,
       period,
       account_code,
       debit AS debits,
       credit AS credits,
       coalesce(met.debits, 0) AS journal_debits,
       coalesce(met.credits, 0) AS journal_credits,
       abs(debit - journal_debits) + abs(credit - journal_credits) AS amount,
       CASE WHEN met._row IS NULL OR met.unknown OR NOT all_booked THEN 'gap'
            ELSE judge(abs(debit - journal_debits) < $tolerance AND abs(credit - journal_credits) < $tolerance)
            END AS verdict
FROM balance
LEFT JOIN met ON met._row = balance._row
WHERE leaf
UNION ALL
SELECT first_row,
       concat_ws('|', book_year, book_month, code),
       book_year,
       CAST(book_month AS VARCHAR),
       code,
       NULL,
       NULL,
       debits,
       credits,
       abs(debits) + abs(credits),
       CASE WHEN unknown THEN 'gap' ELSE judge(abs(debits) < $tolerance AND abs(credits) < $tolerance) END
FROM homeless
