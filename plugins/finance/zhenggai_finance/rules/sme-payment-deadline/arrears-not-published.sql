WITH retention AS (
  SELECT norm_text(contract_no) AS number,
         sum(deposit_amount) AS held,
         min(coalesce(deposit_due, DATE '9999-12-31')) AS until
  FROM finance.contract_ledger
  WHERE deposit_kind IS NOT NULL
    AND deposit_form = '从工程款中扣留'
  GROUP BY ALL
), contract AS (
  SELECT *,
         norm_name(supplier) AS firm,
         delivery_date + CAST(coalesce(accept_days, $accept_default) AS INTEGER) AS accept_limit,
         -- Goods that failed and were replaced: the day they passed counts.
         regexp_matches(coalesce(remarks, ''), '不合格|未通过') AND regexp_matches(coalesce(remarks, ''), '更换|整改|返工|重做|退换') AS replaced
  FROM finance.contract_ledger
  WHERE deposit_kind IS NULL
    AND (sign_date >= DATE '2020-09-01') IS NOT FALSE
), started AS (
  SELECT *,
         CASE WHEN accept_condition AND replaced THEN accept_date
              WHEN accept_condition AND delivery_date IS NULL THEN accept_date
              WHEN accept_condition THEN least(coalesce(accept_date, accept_limit), accept_limit)
              WHEN amount_confirm_date IS NOT NULL THEN amount_confirm_date
              ELSE delivery_date END AS start_day,
         -- Without the day of delivery the agreed acceptance period cannot be tested.
         accept_condition AND delivery_date IS NULL AND NOT replaced AS start_unsure
  FROM contract
), dated AS (
  SELECT *,
         start_day + CAST(least(coalesce(pay_days, $pay_days_default), $pay_days_most) AS INTEGER) AS last_day,
         CASE WHEN $holiday_shift THEN next_workday(last_day) ELSE last_day END AS deadline
  FROM started
), owing AS (
  SELECT dated.*,
         coalesce(due_amount, dated.amount - CASE WHEN until > coalesce(deadline, as_of()) THEN coalesce(held, 0) ELSE 0 END)
           - CASE WHEN dispute THEN coalesce(disputed_amount, 0) ELSE 0 END AS owed
  FROM dated
  LEFT JOIN retention ON retention.number = norm_text(dated.contract_no)
), queued AS (
  -- Payments to a supplier settle what falls due first.
  SELECT *,
         sum(owed) OVER (PARTITION BY firm ORDER BY deadline, _row ROWS UNBOUNDED PRECEDING) AS owed_by_then,
         bool_or(owed IS NULL) OVER (PARTITION BY firm) AS murky,
         min(coalesce(sign_date, delivery_date)) OVER (PARTITION BY firm) AS first_day
  FROM owing
), firm_start AS (
  SELECT firm, min(first_day) AS first_day FROM queued GROUP BY firm
), paid AS (
  SELECT firm_start.firm,
         pay_date,
         bool_or(payment.amount IS NULL) OVER (PARTITION BY firm_start.firm) AS unknown,
         sum(payment.amount) OVER (PARTITION BY firm_start.firm ORDER BY pay_date) AS total
  FROM finance.payment_detail AS payment
  JOIN firm_start ON firm_start.firm = norm_name(payment.payee)
  WHERE pay_date >= firm_start.first_day
), record AS (
  SELECT count(*) AS payments, min(pay_date) AS since FROM finance.payment_detail
), met AS (
  SELECT queued._row,
         count(paid.firm) > 0 AS by_treasury,
         coalesce(bool_or(paid.unknown), FALSE) AS unknown,
         min(paid.pay_date) FILTER (paid.total >= owed_by_then) AS full_on,
         coalesce(max(paid.total) FILTER (paid.pay_date <= deadline), 0) AS total_in_time
  FROM queued
  LEFT JOIN paid ON paid.firm = queued.firm
  GROUP BY queued._row
), settled AS (
  SELECT queued.*,
         by_treasury,
         CASE WHEN by_treasury THEN full_on
              WHEN paid_amount >= owed THEN
                list_max(list_transform(string_split_regex(coalesce(paid_dates, ''), '[、，,;；/\s]+'), lambda one: day_in(one)))
              END AS paid_on,
         CASE WHEN by_treasury THEN greatest(0, least(owed, total_in_time - (owed_by_then - owed))) ELSE 0 END AS paid_in_time,
         met.unknown AS unreadable,
         NOT by_treasury AND paid_on IS NULL
           AND (record.payments = 0 OR deadline < record.since OR paid_dates IS NOT NULL) AS untold,
         CASE WHEN supplier_size IS NULL THEN '，企业规模未登记，按中小企业计' ELSE '' END AS note
  FROM queued
  JOIN met ON met._row = queued._row
  CROSS JOIN record
), decided AS (
  SELECT *,
         CASE WHEN deadline IS NULL OR owed IS NULL OR murky OR unreadable THEN 'gap'
              WHEN paid_on <= deadline AND start_unsure IS NOT TRUE THEN 'ok'
              WHEN paid_on IS NULL AND as_of() <= deadline THEN 'pending'
              WHEN dispute AND disputed_amount IS NULL THEN 'gap'
              WHEN paid_on <= deadline OR untold THEN 'gap'
              WHEN owed <= 0 THEN 'ok'
              WHEN supplier_size IS NULL AND NOT $as_unknown THEN 'gap'
              ELSE 'violation' END AS verdict
  FROM settled
  WHERE coalesce(supplier_size, '未知') NOT IN ('大型', '非企业')
), published AS (
  SELECT day_in($publish_doc) AS day
), year_end AS (
  SELECT CAST(unnest(generate_series(year(period_start()) - 1, year(period_end()) - 1)) AS INTEGER) AS year
), arrears AS (
  SELECT year_end.year,
         list(_row ORDER BY _row) FILTER (late) AS rows,
         count(*) FILTER (late) AS count,
         sum(owed - paid_in_time) FILTER (late) AS amount,
         bool_or(verdict = 'gap' AND coalesce(start_day, sign_date, make_date(year_end.year, 1, 1)) <= make_date(year_end.year, 12, 31)) AS unclear
  FROM year_end
  LEFT JOIN (SELECT *, 0 AS zero FROM decided) AS decided ON zero = 0
  CROSS JOIN LATERAL (
    SELECT verdict = 'violation'
       AND deadline < make_date(year_end.year, 12, 31)
       AND (paid_on IS NULL OR paid_on > make_date(year_end.year, 12, 31)) AS late) AS at_year_end
  GROUP BY year_end.year
)
SELECT coalesce(rows, []) AS _rows,
       CAST(year AS VARCHAR) AS key,
       year,
       count,
       coalesce(amount, 0) AS amount,
       make_date(year + 1, 3, 31) AS fact_date,
       make_date(year + 1, 3, 31) AS due,
       CASE WHEN $publish_doc = '' THEN '没有公开材料'
            WHEN published.day IS NULL THEN '公开材料没有日期'
            ELSE '公开日期' || CAST(published.day AS VARCHAR) END AS state,
       CASE WHEN count > 0 AND published.day BETWEEN make_date(year + 1, 1, 1) AND make_date(year + 1, 3, 31) THEN 'ok'
            WHEN as_of() <= make_date(year + 1, 3, 31) THEN 'pending'
            WHEN count = 0 THEN CASE WHEN unclear THEN 'gap' ELSE 'ok' END
            WHEN $publish_doc <> '' AND published.day IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM arrears, published
WHERE make_date(year + 1, 3, 31) BETWEEN period_start() AND period_end()
