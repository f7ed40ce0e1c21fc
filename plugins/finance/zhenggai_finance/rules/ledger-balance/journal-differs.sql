WITH balance AS (
  SELECT *,
         fiscal_year AS year,
         regexp_replace(account_code, '[. -]', '', 'g') AS code,
         norm_text(period) AS label,
         -- '3', '03', '2024.03' and '202403' are months; '2024.01-2024.12' is a stretch of them.
         list_transform(
           regexp_extract_all(norm_text(period), '(?:[0-9]{4}[.年/]?)?([0-9]{1,2})月?(?:-|~|至|$)', 1),
           lambda one: CAST(one AS INTEGER)
         ) AS ends,
         CASE WHEN opening_debit IS NOT NULL OR opening_credit IS NOT NULL
                THEN coalesce(opening_debit, 0) - coalesce(opening_credit, 0)
              WHEN opening_direction = '借' THEN opening_balance
              WHEN opening_direction = '贷' THEN -opening_balance
              WHEN opening_direction = '平' OR opening_balance = 0 THEN 0 END AS opening,
         CASE WHEN closing_debit IS NOT NULL OR closing_credit IS NOT NULL
                THEN coalesce(closing_debit, 0) - coalesce(closing_credit, 0)
              WHEN closing_direction = '借' THEN closing_balance
              WHEN closing_direction = '贷' THEN -closing_balance
              WHEN closing_direction = '平' OR closing_balance = 0 THEN 0 END AS closing,
         CASE WHEN left(code, 1) BETWEEN '1' AND '5' THEN '财务会计'
              WHEN left(code, 1) BETWEEN '6' AND '8' THEN '预算会计' END AS side,
         -- In order of codes the children follow their parent at once.
         coalesce(
           is_leaf,
           NOT coalesce(starts_with(lead(code) OVER (PARTITION BY fiscal_year, label ORDER BY code), code), FALSE)
         ) AS leaf
  FROM finance.trial_balance
  WHERE make_date(fiscal_year, 1, 1) BETWEEN date_trunc('year', period_start()) AND period_end()
     OR fiscal_year IS NULL
), entry AS (
  SELECT *,
         coalesce(fiscal_year, year(voucher_date)) AS book_year,
         coalesce(period, month(voucher_date)) AS book_month,
         coalesce(nullif(regexp_extract(norm_text(voucher_no), '^([^0-9-]+)', 1), ''), norm_text(voucher_type), '') AS mark,
         ltrim(regexp_extract(norm_text(voucher_no), '([0-9]+)', 1), '0') AS serial,
         regexp_replace(account_code, '[. -]', '', 'g') AS code,
         coalesce(debit, CASE WHEN dr_cr = '借' THEN amount WHEN dr_cr = '贷' OR credit IS NOT NULL THEN 0 END) AS debits,
         coalesce(credit, CASE WHEN dr_cr = '贷' THEN amount WHEN dr_cr = '借' OR debit IS NOT NULL THEN 0 END) AS credits,
         coalesce(
           accounting_system,
           CASE WHEN left(code, 1) BETWEEN '1' AND '5' THEN '财务会计'
                WHEN left(code, 1) BETWEEN '6' AND '8' THEN '预算会计' END
         ) AS side
  FROM finance.voucher_journal
  WHERE coalesce(norm_text(void_flag), '') NOT IN ('是', '1', 'Y', '作废', '已作废')
    AND coalesce(norm_text(posted), '') NOT IN ('否', '0', 'N', '未记账', '作废', '已作废')
), journal AS (
  SELECT book_year,
         book_month,
         code,
         min(_row) AS first_row,
         sum(debits) AS debits,
         sum(credits) AS credits,
         count(*) > count(debits) OR count(*) > count(credits) AS unknown
  FROM entry
  GROUP BY ALL
), booked_month AS (
  SELECT DISTINCT book_year, book_month FROM journal
), stretch AS (
  SELECT _row,
         year,
         code,
         unnest(range(ends[1], ends[-1] + 1)) AS month
  FROM balance
  WHERE leaf
    AND len(ends) > 0
), prefix AS (
  -- The journal may be kept in more detail than the trial balance.
  SELECT *,
         left(code, CAST(size AS INTEGER)) AS stem
  FROM (SELECT *, unnest(range(1, length(code) + 1)) AS size FROM journal)
), met AS (
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
), covered AS (
  SELECT DISTINCT year, month FROM stretch
), homeless AS (
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
