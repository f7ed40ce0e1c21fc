WITH own AS (
  SELECT norm_text(keyword) AS keyword,
         list_transform(split_names(exclude), lambda one: norm_text(one)) AS exclude,
         control,
         price_cap,
         split_names(allowed_persons) AS allowed
  FROM finance.purchase_rules
), entry AS (
  -- The unit's own list; without it the built-in one.
  SELECT keyword, exclude, control, price_cap, allowed FROM own
  UNION ALL
  SELECT norm_text(split_part(one, '|', 1)),
         list_transform(split_names(split_part(one, '|', 2)), lambda word: norm_text(word)),
         trim(split_part(one, '|', 3)),
         NULL,
         []
  FROM (SELECT unnest($keywords) AS one)
  WHERE NOT EXISTS (SELECT 1 FROM own)
  UNION ALL
  SELECT norm_text(one), [], '附清单', NULL, []
  FROM (SELECT unnest($vague_words) AS one)
  WHERE NOT EXISTS (SELECT 1 FROM own)
), cap AS (
  SELECT norm_text(split_part(norm_text(one), ':', 1)) AS keyword,
         CAST(split_part(norm_text(one), ':', 2) AS DECIMAL(18, 2)) AS cap
  FROM (SELECT unnest($price_caps) AS one)
), rulebook AS (
  SELECT list({
           'keyword': entry.keyword,
           'exclude': coalesce(exclude, []),
           'control': control,
           'cap': coalesce(price_cap, cap.cap),
           'allowed': coalesce(allowed, [])
         } ORDER BY entry.keyword) AS rules,
         (SELECT count(*) FROM own) > 0 AS by_own,
         (SELECT count(*) FROM finance.staff_roster) > 0 AS has_roster
  FROM entry
  LEFT JOIN cap ON cap.keyword = entry.keyword
  WHERE entry.keyword <> ''
), claim AS (
  SELECT number,
         any_value(form_no) AS form_no,
         any_value(applicant) AS applicant,
         min(apply_date) AS apply_date,
         any_value(reason) AS reason
  FROM (
    SELECT *,
           unnest(split_names(norm_text(invoice_no))) AS number
    FROM finance.reimbursement_register
  )
  GROUP BY number
), line AS (
  SELECT invoice._row,
         coalesce(claim.apply_date, issue_date) AS spent_on,
         claim.applicant AS applicant,
         coalesce(invoice.form_no, claim.form_no) AS form_no,
         voucher_no,
         concat_ws('', regexp_replace(item_name, '[*][^*]*[*]', '', 'g'), spec, claim.reason) AS goods,
         quantity,
         total AS line_amount,
         has_list
  FROM finance.invoice_register AS invoice
  LEFT JOIN claim ON claim.number = norm_text(invoice.invoice_no)
  WHERE (total > 0) IS NOT FALSE
  UNION ALL
  -- Claims whose invoice is not in the register.
  SELECT _row,
         apply_date,
         applicant,
         form_no,
         voucher_no,
         concat_ws('', item_name, reason),
         coalesce(quantity, round(amount / nullif(unit_price, 0), 4)),
         amount,
         contains(remarks, '清单')
  FROM finance.reimbursement_register AS slip
  WHERE NOT EXISTS (
    SELECT 1 FROM finance.invoice_register AS invoice
    WHERE norm_text(invoice.invoice_no) = norm_text(slip.invoice_no))
  UNION ALL
  -- The books, where there is nothing else; the budget side repeats the same spending.
  SELECT _row,
         voucher_date,
         NULL,
         NULL,
         concat(coalesce(voucher_type, ''), voucher_no),
         summary,
         NULL,
         coalesce(debit, CASE WHEN dr_cr = '借' THEN amount END),
         NULL
  FROM finance.voucher_journal
  WHERE NOT EXISTS (SELECT 1 FROM finance.invoice_register)
    AND NOT EXISTS (SELECT 1 FROM finance.reimbursement_register)
    AND starts_with(regexp_replace(account_code, '[. -]', '', 'g'), '5')
    AND coalesce(accounting_system, '财务会计') = '财务会计'
    AND carry_over IS DISTINCT FROM TRUE
    AND (coalesce(debit, CASE WHEN dr_cr = '借' THEN amount END) > 0) IS NOT FALSE
    AND coalesce(credit, 0) = 0
), carded AS (
  SELECT norm_text(person) AS person,
         min(coalesce(on_date_from, DATE '1900-01-01')) AS since,
         max(coalesce(off_date_to, DATE '9999-12-31')) AS till
  FROM finance.staff_roster
  WHERE nullif(trim(law_card), '') IS NOT NULL
  GROUP BY ALL
), hit AS (
  SELECT line.*,
         by_own,
         has_roster,
         norm_text(goods) AS words,
         line_amount / nullif(quantity, 0) AS price,
         spent_on BETWEEN carded.since AND carded.till AS has_card,
         list_filter(
           rules,
           lambda r: contains(norm_text(goods), r.keyword)
             AND len(list_filter(r.exclude, lambda word: contains(norm_text(goods), word))) = 0
         ) AS hits
  FROM line
  CROSS JOIN rulebook
  LEFT JOIN carded ON carded.person = norm_text(line.applicant)
  WHERE in_period(spent_on) IS NOT FALSE
), reasoned AS (
  SELECT *,
         list_transform(hits, lambda r:
           CASE WHEN r.control = '禁止' THEN '禁购“' || r.keyword || '”'
                WHEN r.control = '限价' AND price > r.cap
                  THEN '“' || r.keyword || '”单价' || CAST(round(price, 2) AS VARCHAR) || '元，上限' || CAST(r.cap AS VARCHAR) || '元'
                WHEN r.control = '限人' AND applicant IS NOT NULL
                     AND NOT list_contains(list_transform(r.allowed, lambda one: norm_text(one)), norm_text(applicant))
                     AND (NOT list_contains(r.allowed, '执法人员') OR (has_card IS DISTINCT FROM TRUE AND has_roster))
                  THEN '“' || r.keyword || '”只配备给' || array_to_string(r.allowed, '、')
           END) AS faults,
         list_transform(hits, lambda r:
           CASE WHEN r.control = '限价' AND r.cap IS NULL THEN '“' || r.keyword || '”没有规定上限'
                WHEN r.control = '限价' AND price IS NULL AND (line_amount <= r.cap) IS DISTINCT FROM TRUE
                  THEN '“' || r.keyword || '”没有数量，单价不明'
                WHEN r.control = '限人' AND applicant IS NULL THEN '“' || r.keyword || '”领用人不明'
                WHEN r.control = '限人' AND list_contains(r.allowed, '执法人员') AND NOT has_roster
                     AND NOT list_contains(list_transform(r.allowed, lambda one: norm_text(one)), norm_text(applicant))
                  THEN '“' || r.keyword || '”缺花名册，不知是否执法人员'
                WHEN r.control = '附清单' AND (line_amount >= $vague_amount) IS NOT FALSE AND has_list IS DISTINCT FROM TRUE
                  THEN '品名笼统“' || r.keyword || '”，未见明细清单'
           END) AS unknowns
  FROM hit
), judged AS (
  SELECT *,
         list_filter(faults, lambda one: one IS NOT NULL) AS found,
         list_filter(unknowns, lambda one: one IS NOT NULL) AS open
  FROM reasoned
)
SELECT _row,
       coalesce(CAST(spent_on AS VARCHAR), '日期不明') AS spent_on,
       coalesce(applicant, '') AS applicant,
       goods,
       line_amount,
       coalesce('报销单' || form_no, '凭证' || voucher_no, '单号不明') AS slip,
       array_to_string(list_distinct(list_concat(found, open)), '；') AS reasons,
       CASE WHEN $refund_basis = 'excess' AND len(list_filter(hits, lambda r: r.control <> '限价')) = 0
              THEN round((price - list_min(list_transform(hits, lambda r: r.cap))) * quantity, 2)
            ELSE line_amount END AS refund,
       CASE WHEN by_own THEN '按本单位清单' ELSE '按内置清单，本单位未提供清单' END AS list_used,
       refund AS amount,
       applicant AS owner,
       judged.spent_on AS fact_date,
       CASE WHEN len(found) > 0 THEN 'violation'
            WHEN goods = '' OR goods IS NULL OR len(open) > 0 THEN 'gap'
            ELSE 'ok' END AS verdict
FROM judged
