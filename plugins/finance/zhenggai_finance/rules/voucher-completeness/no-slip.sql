WITH slip AS (
  SELECT CAST(nullif(regexp_extract(norm_text(voucher_no), '([0-9]+)', 1), '') AS BIGINT) AS serial, apply_date AS day
  FROM finance.reimbursement_register
  WHERE voucher_no IS NOT NULL
  UNION ALL
  SELECT CAST(nullif(regexp_extract(norm_text(voucher_no), '([0-9]+)', 1), '') AS BIGINT), issue_date
  FROM finance.invoice_register
  WHERE voucher_no IS NOT NULL
),
covered AS (
  SELECT DISTINCT date_trunc('month', day) AS month FROM slip
),
voucher AS (
  SELECT mark,
         serial,
         voucher_date,
         list(_row ORDER BY _row) AS lines,
         any_value(label) AS label,
         any_value(summary) AS summary,
         any_value(maker) AS maker,
         max(attachments) AS attachments,
         sum(coalesce(debit, CASE WHEN dr_cr = '借' THEN amount END)) AS spent
  FROM entry
  WHERE NOT void
    AND side = '财务会计'
    AND starts_with(account_code, '5')
    AND carry_over IS DISTINCT FROM TRUE
    AND NOT regexp_matches(coalesce(econ_code, ''), '^(301|303)')
    AND NOT regexp_matches(concat_ws(' ', summary, account_name), '工资|津贴|补贴|奖金|社保|社会保险|公积金|年金|个人所得税|转存|转账至|内部往来|结转|折旧|计提')
  GROUP BY mark, serial, voucher_date
),
linked AS (
  SELECT DISTINCT mark, voucher.serial, voucher_date
  FROM voucher
  JOIN slip ON slip.serial = voucher.serial
  WHERE slip.day BETWEEN voucher.voucher_date - 365 AND voucher.voucher_date
)
SELECT lines AS _rows,
       concat_ws('|', voucher.voucher_date, voucher.mark, voucher.serial) AS key,
       voucher.voucher_date AS voucher_date,
       label,
       coalesce(voucher.summary, '') AS summary,
       spent AS amount,
       attachments,
       maker AS owner,
       voucher.voucher_date AS fact_date,
       CASE WHEN linked.serial IS NOT NULL THEN 'ok'
            WHEN voucher.serial IS NULL OR covered.month IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM voucher
LEFT JOIN linked ON linked.mark = voucher.mark AND linked.serial = voucher.serial AND linked.voucher_date = voucher.voucher_date
LEFT JOIN covered ON covered.month = date_trunc('month', voucher.voucher_date)
WHERE spent > 0
  AND attachments >= 1
