WITH entry AS (
  SELECT *,
         regexp_replace(account_code, '[. -]', '', 'g') AS code,
         coalesce(nullif(regexp_extract(norm_text(voucher_no), '^([^0-9-]+)', 1), ''), norm_text(voucher_type), '') AS mark,
         ltrim(regexp_extract(norm_text(voucher_no), '([0-9]+)', 1), '0') AS serial,
         coalesce(debit, CASE WHEN dr_cr = '借' THEN amount WHEN dr_cr = '贷' OR credit IS NOT NULL THEN 0 END) AS debits,
         coalesce(credit, CASE WHEN dr_cr = '贷' THEN amount WHEN dr_cr = '借' OR debit IS NOT NULL THEN 0 END) AS credits
  FROM finance.voucher_journal
  WHERE left(account_code, 1) BETWEEN '1' AND '5'
    AND coalesce(norm_text(void_flag), '') NOT IN ('是', '1', 'Y', '作废', '已作废')
), voucher AS (
  -- Cash taken to the bank is not spent.
  SELECT voucher_date AS day,
         mark,
         serial,
         list(_row ORDER BY _row) FILTER (starts_with(code, '1001')) AS rows,
         coalesce(sum(credits - debits) FILTER (starts_with(code, '1001')), 0)
           - coalesce(sum(debits) FILTER (left(code, 4) IN ('1002', '1011')), 0) AS paid,
         bool_or(starts_with(code, '1001') AND (debits IS NULL OR credits IS NULL)) AS unknown,
         any_value(counterparty) AS payee,
         string_agg(DISTINCT summary, '；' ORDER BY summary) AS words,
         bool_or(approved) AS approved
  FROM (SELECT *, regexp_matches(coalesce(summary, ''), '批准|审批') AS approved FROM entry)
  GROUP BY ALL
  HAVING bool_or(starts_with(code, '1001'))
), form AS (
  SELECT list(_row ORDER BY _row) AS rows,
         min(apply_date) AS day,
         form_no,
         CASE WHEN count(*) = count(amount) THEN sum(amount) END AS paid,
         any_value(applicant) AS payee,
         string_agg(DISTINCT concat_ws(' ', category, reason, item_name), '；' ORDER BY concat_ws(' ', category, reason, item_name)) AS words,
         any_value(approver) IS NOT NULL AS approved,
         any_value(voucher_no) AS voucher_no
  FROM finance.reimbursement_register
  WHERE contains(settlement, '现金')
    AND NOT contains(settlement, '非现金')
  GROUP BY form_no, CASE WHEN form_no IS NULL THEN _row END
), payment AS (
  SELECT [_row] AS rows, pay_date AS day, amount AS paid, payee, purpose AS words, voucher_no,
         regexp_matches(coalesce(purpose, ''), '批准|审批') AS approved
  FROM finance.payment_detail
  WHERE contains(settlement, '现金')
    AND NOT contains(settlement, '非现金')
    -- Drawing cash for the unit itself is reported as such.
    AND NOT list_contains(list_transform($own_names, lambda one: norm_name(one)), coalesce(norm_name(payee), ''))
    AND len(list_filter($draw_words, lambda one: contains(coalesce(purpose, ''), one))) = 0
), paper AS (
  SELECT rows, day, paid, payee, words, approved, voucher_no, 2 AS source, form_no AS number FROM form
  UNION ALL
  SELECT rows, day, paid, payee, words, approved, voucher_no, 1, NULL FROM payment
), link AS (
  SELECT paper.rows[1] AS first_row,
         any_value(source) AS source,
         arg_min(struct_pack(day := voucher.day, mark := voucher.mark, serial := voucher.serial),
                 abs(voucher.day - paper.day)) AS met
  FROM paper
  JOIN voucher
    ON voucher.serial = ltrim(regexp_extract(norm_text(paper.voucher_no), '([0-9]+)', 1), '0')
   AND voucher.day BETWEEN paper.day - 31 AND paper.day + 92
   AND coalesce(nullif(regexp_extract(norm_text(paper.voucher_no), '^([^0-9-]+)', 1), ''), voucher.mark) = voucher.mark
  GROUP BY first_row
), spending AS (
  -- One payment is shown once: by its payment record, else by its claim, else by its voucher.
  SELECT rows, day, paid, payee, words, approved, FALSE AS unknown, number AS key
  FROM paper
  LEFT JOIN link ON link.first_row = paper.rows[1]
  WHERE paper.source = 1
     OR link.met IS NULL
     OR NOT EXISTS (SELECT 1 FROM link AS other WHERE other.source = 1 AND other.met = link.met)
  UNION ALL
  SELECT rows, day, paid, payee, words, approved, unknown, concat_ws('-', day, mark, serial)
  FROM voucher
  WHERE (paid > 0) IS NOT FALSE
    AND NOT EXISTS (
      SELECT 1 FROM link WHERE link.met.day = voucher.day AND link.met.mark = voucher.mark AND link.met.serial = voucher.serial)
), judged AS (
  SELECT *,
         regexp_matches(payee, '公司|单位|店|局|院|厂|宾馆|酒店|饭店|超市|商场|商行|经营部|门市|中心|合作社|服务部|服务站|加油站|银行|学校|协会|工作室|部$|社$|所$|站$|行$') AS unit,
         len(list_filter($person_words, lambda one: contains(coalesce(words, ''), one))) > 0 AS personal,
         len(list_filter($advance_words, lambda one: contains(coalesce(words, ''), one))) > 0 AS advance
  FROM spending
)
SELECT rows AS _rows,
       key,
       day,
       coalesce(payee, '（未写收款人）') AS payee,
       paid,
       words,
       payee AS owner,
       paid AS amount,
       day AS fact_date,
       CASE WHEN unknown OR paid IS NULL OR day IS NULL THEN 'gap'
            WHEN paid <= $cash_line THEN 'ok'
            WHEN personal AND unit IS NOT TRUE THEN 'ok'
            WHEN advance AND unit IS NOT TRUE THEN CASE WHEN approved THEN 'ok' ELSE 'gap' END
            ELSE 'violation' END AS verdict
FROM judged
WHERE in_period(day) IS NOT FALSE
