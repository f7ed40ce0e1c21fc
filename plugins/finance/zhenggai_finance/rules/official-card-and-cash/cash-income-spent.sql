WITH entry AS (
  SELECT *,
         regexp_replace(account_code, '[. -]', '', 'g') AS code,
         norm_text(concat_ws('', voucher_type, voucher_no)) AS number,
         coalesce(debit, CASE WHEN dr_cr = '借' THEN amount WHEN dr_cr = '贷' OR credit IS NOT NULL THEN 0 END) AS debits,
         coalesce(credit, CASE WHEN dr_cr = '贷' THEN amount WHEN dr_cr = '借' OR debit IS NOT NULL THEN 0 END) AS credits
  FROM finance.voucher_journal
  WHERE left(account_code, 1) BETWEEN '1' AND '5'
    AND coalesce(norm_text(void_flag), '') NOT IN ('是', '1', 'Y', '作废', '已作废')
), voucher AS (
  SELECT voucher_date AS day,
         number,
         list(_row ORDER BY _row) FILTER (starts_with(code, '1001')) AS rows,
         sum(debits - credits) FILTER (starts_with(code, '1001')) AS cash,
         coalesce(sum(debits) FILTER (left(code, 4) IN ('1002', '1011')), 0) AS to_bank,
         coalesce(sum(credits) FILTER (left(code, 4) IN ('1002', '1011', '4001')), 0) AS from_bank,
         coalesce(sum(credits) FILTER (starts_with(code, '1218')), 0) AS advance_back,
         bool_or(starts_with(code, '1001') AND (debits IS NULL OR credits IS NULL)) AS unknown
  FROM entry
  GROUP BY ALL
  HAVING bool_or(starts_with(code, '1001'))
), cash_day AS (
  -- Cash drawn from the bank, and what is left of an advance and paid back, is no income.
  SELECT day,
         flatten(list(rows)) AS rows,
         coalesce(sum(cash - advance_back) FILTER (cash > advance_back AND from_bank = 0), 0) AS income,
         coalesce(sum(-cash) FILTER (cash < 0 AND to_bank = 0), 0) AS spent,
         bool_or(unknown) AS unknown
  FROM voucher
  GROUP BY day
), deposit AS (
  SELECT day, sum(-cash) AS banked
  FROM voucher
  WHERE cash < 0
    AND to_bank > 0
  GROUP BY day
), followed AS (
  SELECT cash_day.*,
         next_workday(cash_day.day + 1) AS latest,
         coalesce(same_day.banked, 0) + coalesce(next_day.banked, 0) AS banked
  FROM cash_day
  LEFT JOIN deposit AS same_day ON same_day.day = cash_day.day
  LEFT JOIN deposit AS next_day ON next_day.day = next_workday(cash_day.day + 1)
)
SELECT rows AS _rows,
       CAST(day AS VARCHAR) AS key,
       day,
       income,
       spent,
       latest,
       banked,
       CASE WHEN banked < income THEN income - banked END AS amount,
       day AS fact_date,
       CASE WHEN unknown OR day IS NULL THEN 'gap'
            WHEN income = 0 OR spent = 0 THEN 'ok'
            WHEN latest IS NULL THEN 'gap'
            ELSE judge(banked >= income) END AS verdict
FROM followed
WHERE in_period(day) IS NOT FALSE
