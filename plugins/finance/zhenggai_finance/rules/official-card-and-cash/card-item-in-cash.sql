WITH item AS (
  SELECT list(left(norm_text(one), 5)) AS codes,
         list(regexp_replace(regexp_replace(substr(norm_text(one), 6), '[(].*?[)]', '', 'g'), '费用?$', '费')) AS names
  FROM (SELECT unnest($card_items) AS one)
), entry AS (
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
  SELECT voucher_date AS day,
         mark,
         serial,
         coalesce(sum(credits - debits) FILTER (starts_with(code, '1001')), 0) AS cash,
         coalesce(sum(credits) FILTER (left(code, 4) IN ('1002', '1011', '4001')), 0) AS bank,
         CASE WHEN cash > 0 AND bank = 0 THEN TRUE WHEN cash <= 0 THEN FALSE END AS in_cash
  FROM entry
  GROUP BY ALL
), paper AS (
  SELECT _row, apply_date AS day, amount AS paid, category AS item, settlement, reason AS words,
         applicant AS owner, voucher_no, 1 AS source
  FROM finance.reimbursement_register
  UNION ALL
  SELECT _row, pay_date, amount, nullif(concat_ws(' ', econ_code, econ_name), ''), settlement, purpose,
         NULL, voucher_no, 2
  FROM finance.payment_detail
), link AS (
  -- Numbers start anew each month or year: the voucher nearest in time is meant.
  SELECT paper._row,
         arg_min(struct_pack(day := voucher.day, mark := voucher.mark, serial := voucher.serial, in_cash := in_cash),
                 abs(voucher.day - paper.day)) AS met
  FROM paper
  JOIN voucher
    ON voucher.serial = ltrim(regexp_extract(norm_text(paper.voucher_no), '([0-9]+)', 1), '0')
   AND voucher.day BETWEEN paper.day - 31 AND paper.day + 92
   AND coalesce(nullif(regexp_extract(norm_text(paper.voucher_no), '^([^0-9-]+)', 1), ''), voucher.mark) = voucher.mark
  GROUP BY paper._row
), linked AS (
  SELECT paper.*,
         link.met,
         min(source) OVER (PARTITION BY coalesce(CAST(link.met AS VARCHAR), CAST(paper._row AS VARCHAR))) AS first_source,
         CASE WHEN contains(settlement, '公务卡') THEN FALSE
              WHEN contains(settlement, '非现金') THEN FALSE
              WHEN contains(settlement, '现金') THEN TRUE
              WHEN regexp_matches(settlement, '转账|电子|直接支付|授权支付|汇|支票|银行|网银|POS') THEN FALSE
              ELSE link.met.in_cash END AS in_cash
  FROM paper
  LEFT JOIN link ON link._row = paper._row
), spending AS (
  SELECT _row, day, paid, item, words, owner, in_cash
  FROM linked
  WHERE source = first_source
  UNION ALL
  -- A voucher that no claim and no payment names stands for itself.
  SELECT entry._row,
         entry.voucher_date,
         entry.debits,
         coalesce(
           entry.econ_code,
           nullif(concat_ws(' ', regexp_extract(substr(entry.code, 5), '(30[0-9]{3}|310[0-9]{2})$', 1), entry.account_name), '')),
         entry.summary,
         entry.maker,
         voucher.in_cash
  FROM entry
  JOIN voucher
    ON voucher.day = entry.voucher_date
   AND voucher.mark = entry.mark
   AND voucher.serial = entry.serial
  WHERE starts_with(entry.code, '5')
    AND (entry.debits > 0) IS NOT FALSE
    AND NOT coalesce(entry.carry_over, FALSE)
    AND NOT EXISTS (
      SELECT 1
      FROM link
      WHERE link.met.day = entry.voucher_date
        AND link.met.mark = entry.mark
        AND link.met.serial = entry.serial)
), judged AS (
  SELECT spending.*,
         CASE WHEN item IS NULL THEN NULL
              ELSE len(list_filter(codes, lambda one: contains(norm_text(item), one))) > 0
                OR len(list_filter(names, lambda one:
                  contains(regexp_replace(norm_text(item), '[(].*?[)]', '', 'g'),
                           CASE WHEN length(one) > 2 THEN rtrim(one, '费') ELSE one END)
                  OR (length(rtrim(norm_text(item), '费用')) >= 2
                      AND NOT starts_with(norm_text(item), '其他')
                      AND contains(one, rtrim(norm_text(item), '费用'))))) > 0
              END AS listed
  FROM spending, item
)
SELECT _row,
       day,
       coalesce(item, '（未写费用类型）') AS item,
       paid,
       words,
       owner,
       paid AS amount,
       day AS fact_date,
       CASE WHEN in_cash IS FALSE OR listed IS FALSE OR paid <= $cash_free_limit THEN 'ok'
            WHEN in_cash IS NULL OR listed IS NULL OR paid IS NULL OR day IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM judged
WHERE in_period(day) IS NOT FALSE
