SELECT _row,
       norm_text(person) AS who,
       person,
       month,
       conclusion,
       unnest(list_transform(
         range(0, greatest(coalesce(date_diff('month', month, month_to), 0), 0) + 1),
         lambda n: add_months(month, n)
       )) AS checked_month
FROM finance.allowance_self_check
WHERE coalesce(document_kind, '自查表') = '自查表'
  AND month IS NOT NULL
