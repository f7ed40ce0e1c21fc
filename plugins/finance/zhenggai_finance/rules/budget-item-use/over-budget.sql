WITH has_payment AS (
  SELECT count(*) > 0 AS found FROM finance.payment_detail
),
paid AS (
  SELECT _row, pay_date AS day, project AS name, project_class AS class, func_code, econ_code, amount, purpose
  FROM finance.payment_detail
  UNION ALL
  -- Without payment records the budget side of the books speaks; never the financial side.
  SELECT _row, voucher_date, project, NULL, func_code,
         coalesce(econ_code, nullif(regexp_extract(substr(regexp_replace(account_code, '[. -]', '', 'g'), 5), '(30[0-9]{3}|310[0-9]{2})$', 1), '')),
         coalesce(debit, CASE WHEN dr_cr = '借' THEN amount WHEN dr_cr = '贷' OR credit IS NOT NULL THEN 0 END)
           - coalesce(credit, CASE WHEN dr_cr = '贷' THEN amount WHEN dr_cr = '借' OR debit IS NOT NULL THEN 0 END),
         summary
  FROM finance.voucher_journal, has_payment
  WHERE NOT has_payment.found
    AND starts_with(account_code, '7')
    AND coalesce(carry_over, FALSE) = FALSE
    AND NOT contains(coalesce(summary, ''), '结转')
    AND coalesce(norm_text(void_flag), '') NOT IN ('是', '1', 'Y', '作废', '已作废')
),
spent AS (
  SELECT paid._row,
         paid.day,
         paid.name,
         norm_name(paid.name) AS project,
         coalesce(paid.class, budget_class.class) AS class,
         regexp_matches(coalesce(paid.class, budget_class.class), '特定目标|其他运转|项目支出') AS special,
         nullif(regexp_extract(norm_text(paid.econ_code), '^[0-9]+'), '') AS item,
         len(list_filter(list_concat($staff_items, $overhead_items), lambda one: starts_with(item, one))) > 0 AS diverting,
         nullif(regexp_extract(norm_text(paid.func_code), '^[0-9]+'), '') AS func,
         paid.econ_code,
         paid.amount,
         paid.purpose
  FROM paid
  LEFT JOIN budget_class ON budget_class.year = year(paid.day) AND budget_class.project = norm_name(paid.name)
),
level AS (
  -- Both papers are compared at the level that both have.
  SELECT year,
         project,
         CASE WHEN min(length(item)) >= 5 THEN 5 ELSE 3 END AS digits,
         count(*) = count(func) AS with_func
  FROM (
    SELECT year, project, item, func FROM budget
    UNION ALL
    SELECT year(day), project, item, func FROM spent
  )
  WHERE item IS NOT NULL
  GROUP BY ALL
),
budget_key AS (
  SELECT level.year,
         level.project,
         left(item, digits) AS item,
         CASE WHEN with_func THEN func ELSE '' END AS func,
         sum(coalesce(adjusted, approved)) AS allowed,
         sum(approved) AS approved,
         sum(approved) > 0 AND sum(adjusted) = 0 AND count(adjusted) = count(*) AS withdrawn
  FROM budget
  JOIN level ON level.year = budget.year AND level.project = budget.project
  GROUP BY ALL
),
spent_key AS (
  SELECT level.year,
         level.project,
         left(item, digits) AS item,
         CASE WHEN with_func THEN func ELSE '' END AS func,
         any_value(name) AS name,
         list(_row ORDER BY _row) AS rows,
         sum(amount) AS paid,
         bool_or(amount IS NULL) AS unknown,
         bool_and(coalesce(special AND diverting, FALSE)) AND bool_or(has_budget.project IS NOT NULL) AS diverted,
         max(day) AS last_payment
  FROM spent
  JOIN level ON level.year = year(spent.day) AND level.project = spent.project
  LEFT JOIN (SELECT DISTINCT year, project FROM budget) AS has_budget
    ON has_budget.year = level.year AND has_budget.project = level.project
  WHERE item IS NOT NULL
    AND level.year BETWEEN year(period_start()) AND year(period_end())
  GROUP BY ALL
),
by_item AS (
  SELECT spent_key.*,
         budget_key.allowed,
         CASE WHEN unknown THEN 'gap' ELSE judge(spent_key.paid <= budget_key.allowed) END AS verdict
  FROM spent_key
  JOIN budget_key
    ON budget_key.year = spent_key.year
   AND budget_key.project = spent_key.project
   AND budget_key.item = spent_key.item
   AND budget_key.func = spent_key.func
  -- Money spent after it was taken back is reported as such.
  WHERE NOT coalesce(budget_key.withdrawn, FALSE)
),
budget_total AS (
  SELECT year, project, sum(allowed) AS allowed, count(*) > count(allowed) AS unclear
  FROM budget_key
  GROUP BY ALL
),
spent_total AS (
  SELECT year(day) AS year,
         project,
         any_value(name) AS name,
         list(_row ORDER BY _row) AS rows,
         sum(amount) AS paid,
         max(day) AS last_payment,
         bool_or(amount IS NULL) AS unknown
  FROM spent
  WHERE project IS NOT NULL
    AND day IS NOT NULL
  GROUP BY ALL
)
SELECT rows AS _rows,
       concat_ws('|', year, project, item, func) AS key,
       year,
       name AS project,
       '科目' || item AS item,
       paid,
       allowed,
       CASE WHEN paid > allowed THEN paid - allowed END AS amount,
       last_payment AS fact_date,
       verdict
FROM by_item
UNION ALL
-- The project as a whole, where no single item of it is over.
SELECT rows,
       concat_ws('|', spent_total.year, spent_total.project),
       spent_total.year,
       name,
       '各科目合计',
       paid,
       budget_total.allowed,
       CASE WHEN paid > budget_total.allowed THEN paid - budget_total.allowed END,
       last_payment,
       CASE WHEN unknown OR unclear THEN 'gap' ELSE judge(paid <= budget_total.allowed) END
FROM spent_total
JOIN budget_total ON budget_total.year = spent_total.year AND budget_total.project = spent_total.project
WHERE budget_total.allowed > 0
  AND NOT EXISTS (
    SELECT 1
    FROM by_item
    WHERE by_item.year = spent_total.year
      AND by_item.project = spent_total.project
      AND by_item.verdict = 'violation')
  AND spent_total.year BETWEEN year(period_start()) AND year(period_end())
