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
project_item AS (
  SELECT fiscal_year AS year,
         norm_name(project) AS project,
         list(DISTINCT regexp_extract(norm_text(econ_code), '^[0-9]+')) AS items,
         bool_or(econ_code IS NULL) AS unclear
  FROM finance.budget_items
  GROUP BY ALL
)
SELECT spent._row,
       day,
       name AS project,
       class,
       item,
       amount AS paid,
       purpose,
       amount,
       day AS fact_date,
       CASE WHEN item IS NULL OR (class IS NULL AND diverting) THEN 'gap'
            WHEN NOT special OR NOT diverting THEN 'ok'
            WHEN len(list_filter(items, lambda one: one <> '' AND (starts_with(item, one) OR starts_with(one, item)))) > 0 THEN 'ok'
            WHEN unclear THEN 'gap'
            ELSE 'violation' END AS verdict
FROM spent
JOIN project_item ON project_item.year = year(day) AND project_item.project = spent.project
WHERE in_period(day) IS NOT FALSE
  AND (amount > 0) IS NOT FALSE
