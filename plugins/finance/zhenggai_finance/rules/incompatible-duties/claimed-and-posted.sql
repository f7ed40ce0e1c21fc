WITH claim AS (
  SELECT norm_text(form_no) AS form,
         list(_row ORDER BY _row) AS claim_rows,
         any_value(form_no) AS form_no,
         any_value(norm_text(applicant)) AS applicant,
         max(apply_date) AS apply_date,
         sum(amount) AS amount,
         coalesce(any_value(regexp_extract(norm_text(voucher_no), '^([^0-9-]+)', 1)), '') AS mark,
         any_value(ltrim(regexp_extract(norm_text(voucher_no), '([0-9]+)', 1), '0')) AS serial
  FROM finance.reimbursement_register
  WHERE voucher_no IS NOT NULL
  GROUP BY norm_text(form_no)
),
booked AS (
  -- The first voucher of that number from the month of the claim on.
  SELECT claim.*,
         voucher.lines,
         voucher.label,
         voucher.poster,
         voucher.posted_by_system,
         voucher.voucher_date
  FROM claim
  JOIN voucher ON voucher.serial = claim.serial
  WHERE (voucher.mark = claim.mark OR voucher.mark = '' OR claim.mark = '')
    AND voucher.voucher_date >= date_trunc('month', claim.apply_date)
  QUALIFY row_number() OVER (PARTITION BY claim.form ORDER BY voucher.voucher_date) = 1
)
SELECT list_concat(claim_rows, lines) AS _rows,
       form AS key,
       form_no,
       applicant,
       label,
       amount,
       applicant AS owner,
       voucher_date AS fact_date,
       CASE WHEN posted_by_system THEN 'ok'
            WHEN applicant = poster AND amount < $small_amount THEN 'ok'
            ELSE judge(applicant <> poster) END AS verdict
FROM booked
