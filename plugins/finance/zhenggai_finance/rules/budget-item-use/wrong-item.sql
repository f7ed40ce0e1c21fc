WITH word AS (
  SELECT split_part(norm_text(one), ':', 1) AS word,
         split_part(norm_text(one), ':', 2) AS code
  FROM (SELECT unnest($word_item) AS one)
), has_payment AS (
  SELECT count(*) > 0 AS found FROM finance.payment_detail
), has_budget_side AS (
  SELECT count(*) FILTER (starts_with(account_code, '7')) > 0 AS found FROM finance.voucher_journal
), line AS (
  SELECT _row, pay_date AS day, purpose, econ_code, econ_name AS item_name, amount
  FROM finance.payment_detail
  UNION ALL
  -- Without payment records the books speak, one side of them.
  SELECT _row,
         voucher_date,
         summary,
         coalesce(econ_code, nullif(regexp_extract(substr(regexp_replace(account_code, '[. -]', '', 'g'), 5), '(30[0-9]{3}|310[0-9]{2})$', 1), '')),
         account_name,
         coalesce(debit, CASE WHEN dr_cr = '借' THEN finance.voucher_journal.amount WHEN dr_cr = '贷' OR credit IS NOT NULL THEN 0 END)
  FROM finance.voucher_journal, has_payment, has_budget_side
  WHERE NOT has_payment.found
    AND starts_with(account_code, CASE WHEN has_budget_side.found THEN '7' ELSE '5' END)
    AND coalesce(carry_over, FALSE) = FALSE
    AND NOT contains(coalesce(summary, ''), '结转')
    AND coalesce(norm_text(void_flag), '') NOT IN ('是', '1', 'Y', '作废', '已作废')
), spoken AS (
  SELECT line.*,
         regexp_extract(norm_text(econ_code), '^[0-9]+') AS code,
         (SELECT list(struct_pack(word := word, code := code)) FROM word) AS words
  FROM line
  WHERE in_period(day) IS NOT FALSE
    AND (amount > 0) IS NOT FALSE
), matched AS (
  SELECT *,
         list_filter(
           words,
           lambda one: contains(norm_text(purpose), one.word)
             AND NOT (starts_with(one.code, '310')
                      AND len(list_filter($service_words, lambda other: contains(purpose, other))) > 0)
         ) AS hits,
         list_max(list_transform(hits, lambda one: length(one.word))) AS longest,
         list_filter(hits, lambda one: length(one.word) = longest) AS deciding
  FROM spoken
)
SELECT _row,
       day,
       purpose,
       coalesce(econ_code, '（未写科目）') AS item,
       list_transform(deciding, lambda one: one.word) AS words,
       list_distinct(list_transform(deciding, lambda one: one.code)) AS expected,
       amount AS paid,
       day AS fact_date,
       CASE WHEN len(deciding) = 0 THEN 'ok'
            WHEN purpose IS NULL OR coalesce(code, '') = '' THEN 'gap'
            WHEN list_contains(list_transform(deciding, lambda one: one.code), left(code, 5)) THEN 'ok'
            -- A text that names the item it is booked on does not contradict it.
            WHEN length(rtrim(item_name, '费用')) >= 2 AND contains(purpose, rtrim(item_name, '费用')) THEN 'ok'
            WHEN length(code) < 5 AND len(list_filter(deciding, lambda one: starts_with(one.code, code))) > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM matched
