WITH invoice AS (
  SELECT ltrim(regexp_extract(norm_text(voucher_no), '([0-9]+)', 1), '0') AS serial,
         issue_date,
         total,
         concat_ws(' ', item_name, spec) AS goods
  FROM finance.invoice_register
  WHERE voucher_no IS NOT NULL
),
linked AS (
  -- Voucher numbers begin anew each month: the invoice is not later than the voucher, nor older than a year.
  SELECT expense._row,
         string_agg(DISTINCT goods, '、') AS goods,
         list(DISTINCT invoice.issue_date) AS days
  FROM expense
  JOIN invoice ON invoice.serial = expense.serial
  WHERE invoice.issue_date BETWEEN expense.voucher_date - 365 AND expense.voucher_date
    AND invoice.total <= expense.spent
  GROUP BY expense._row
),
meeting AS (
  SELECT ltrim(regexp_extract(norm_text(voucher_no), '([0-9]+)', 1), '0') AS serial,
         begin_date,
         end_date
  FROM finance.meeting_training_ledger
),
excused AS (
  SELECT DISTINCT expense._row
  FROM expense
  JOIN meeting ON meeting.serial = expense.serial AND expense.voucher_date >= meeting.begin_date
  WHERE regexp_matches(concat_ws('', econ_code, account_name, summary), '30215|30216|会议|培训')
  UNION
  SELECT DISTINCT day._row
  FROM (SELECT linked._row, unnest(days) AS day FROM linked) AS day
  JOIN meeting ON day.day BETWEEN meeting.begin_date AND meeting.end_date
)
SELECT expense._row AS _row,
       voucher_date,
       concat(coalesce(voucher_type, ''), voucher_no) AS voucher_no,
       booked_as,
       coalesce(summary, '') AS summary,
       coalesce(linked.goods, '未见') AS goods,
       spent AS amount,
       maker AS owner,
       voucher_date AS fact_date,
       CASE WHEN excused._row IS NOT NULL THEN 'ok'
            WHEN voucher_date IS NULL OR spent IS NULL OR (econ_code IS NULL AND account_name IS NULL) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM expense
LEFT JOIN linked ON linked._row = expense._row
LEFT JOIN excused ON excused._row = expense._row
WHERE len(list_filter($meal_words, lambda one: contains(concat_ws(' ', summary, linked.goods), one))) > 0
  AND NOT coalesce(starts_with(econ_code, '30217'), FALSE)
  AND NOT coalesce(contains(account_name, '接待'), FALSE)
  AND NOT coalesce(starts_with(econ_code, '30211'), FALSE)
  AND NOT regexp_matches(coalesce(summary, ''), '差旅|出差')
  AND len(list_filter($canteen_ok, lambda one: contains(concat_ws(' ', summary, account_name, linked.goods), one))) = 0
