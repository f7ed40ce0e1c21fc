WITH listed AS (
  SELECT status,
         valid_from,
         valid_to,
         unnest(list_distinct(list_transform(
           list_concat([item], split_names(aliases)),
           lambda one: regexp_replace(norm_text(one), '^[(]?[0-9一二三四五六七八九十]+[)、.]', '')
         ))) AS name
  FROM finance.allowance_catalogue
),
paid AS (
  SELECT sheet._row,
         any_value(norm_text(person)) AS who,
         any_value(pay_month) AS pay_month,
         any_value(item) AS item,
         any_value(amount) AS amount,
         count(listed.name) AS matches,
         bool_or(status = '禁止' AND coalesce(valid_from, DATE '1900-01-01') <= pay_month AND pay_month <= coalesce(valid_to, DATE '9999-01-01')) AS forbidden,
         bool_or(status = '允许' AND coalesce(valid_from, DATE '1900-01-01') <= pay_month AND pay_month <= coalesce(valid_to, DATE '9999-01-01')) AS permitted
  FROM finance.payroll_sheet AS sheet
  LEFT JOIN listed ON listed.name = regexp_replace(norm_text(item), '^[(]?[0-9一二三四五六七八九十]+[)、.]', '')
  WHERE amount <> 0
    AND len(list_filter($skip_columns, lambda one: contains(norm_text(item), one))) = 0
    AND NOT list_contains($catch_all, regexp_replace(norm_text(item), '^[(]?[0-9一二三四五六七八九十]+[)、.]', ''))
    AND NOT contains(item, '补发')
  GROUP BY sheet._row
),
wrong AS (
  SELECT who,
         pay_month,
         list(_row ORDER BY _row) AS pay_rows,
         string_agg(DISTINCT item, '、' ORDER BY item) AS item,
         sum(amount) AS amount,
         CASE WHEN bool_or(forbidden AND NOT coalesce(permitted, FALSE)) THEN '列在负面清单' ELSE '清单没有依据' END AS why
  FROM paid
  WHERE (forbidden AND NOT coalesce(permitted, FALSE))
     OR matches = 0
  GROUP BY ALL
)
SELECT list_concat([checked._row], coalesce(pay_rows, [])) AS _rows,
       concat_ws('|', checked.who, strftime(checked_month, '%Y-%m')) AS key,
       strftime(checked_month, '%Y年%m月') AS month,
       person,
       conclusion,
       item,
       wrong.amount AS amount,
       why,
       person AS owner,
       checked_month AS fact_date,
       CASE WHEN conclusion IS NULL OR checked.who IS NULL THEN 'gap'
            WHEN regexp_matches(norm_text(conclusion), '不合规|不符合|违规|有问题|存在问题') THEN 'ok'
            WHEN wrong.who IS NULL THEN 'ok'
            ELSE 'violation' END AS verdict
FROM checked
LEFT JOIN wrong ON wrong.who = checked.who AND wrong.pay_month = checked_month
