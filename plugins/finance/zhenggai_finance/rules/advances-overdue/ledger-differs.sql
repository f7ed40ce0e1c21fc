WITH loan AS (
  SELECT *,
         norm_text(debtor) AS who,
         amount AS lent,
         -- What was cleared after the day of the run is still open on it.
         amount - CASE WHEN cleared_date > as_of() THEN 0 ELSE coalesce(cleared_amount, 0) END AS still_open,
         coalesce(event_end + CAST($clear_days AS INTEGER), loan_date + CAST($loan_days AS INTEGER)) AS limit_day,
         regexp_matches(concat_ws(' ', reason, account), '备用金') AND (year(loan_date) = year(as_of()) OR regexp_matches(remarks, '续|批准|审批')) AS standing
  FROM finance.advance_ledger
), balance AS (
  SELECT *,
         regexp_replace(account_code, '[. -]', '', 'g') AS code,
         norm_text(period) AS label,
         fiscal_year * 100 + CAST(nullif(regexp_extract(norm_text(period), '([0-9]{1,2})月?$', 1), '') AS INTEGER) AS stamp,
         CASE WHEN closing_debit IS NOT NULL OR closing_credit IS NOT NULL THEN coalesce(closing_debit, 0) - coalesce(closing_credit, 0)
              WHEN closing_direction = '贷' THEN -closing_balance
              WHEN closing_direction = '平' THEN 0
              ELSE closing_balance END AS closing,
         coalesce(is_leaf, NOT coalesce(starts_with(lead(code) OVER (PARTITION BY fiscal_year, period ORDER BY code), code), FALSE)) AS leaf
  FROM finance.trial_balance
), latest AS (
  SELECT *
  FROM balance
  WHERE leaf
    AND stamp <= year(as_of()) * 100 + month(as_of())
  QUALIFY stamp = max(stamp) OVER ()
), booked AS (
  SELECT list(_row ORDER BY _row) AS book_rows,
         any_value(concat(fiscal_year, '年', label, '期')) AS label,
         sum(closing) AS booked,
         count(*) > count(closing) AS unclear,
         max(stamp) AS stamp
  FROM latest
  WHERE regexp_matches(code, '^(1214|1218)')
), listed AS (
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
