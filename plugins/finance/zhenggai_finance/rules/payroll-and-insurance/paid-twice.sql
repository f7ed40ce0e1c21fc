WITH namesake AS (
  SELECT regexp_replace(norm_text(person), '[(].*?[)]', '', 'g') AS who
  FROM finance.staff_roster
  GROUP BY who
  HAVING count(DISTINCT coalesce(upper(norm_text(id_card)), norm_text(department))) > 1
), regular AS (
  SELECT _row,
         pay_month,
         person,
         item,
         regexp_replace(norm_text(person), '[(].*?[)]', '', 'g') AS who,
         upper(norm_text(id_card)) AS id,
         CASE WHEN id_card IS NULL THEN norm_text(department) END AS section
  FROM finance.payroll_sheet
  WHERE in_period(pay_month) IS NOT FALSE
    AND (amount <> 0) IS NOT FALSE
    AND period_of IS NULL
    AND NOT regexp_matches(concat_ws(' ', item, remarks), '补发|补差|补扣|冲销|冲回|更正|调整')
), per_item AS (
  SELECT pay_month,
         who,
         id,
         section,
         norm_text(item) AS item,
         any_value(person) AS person,
         list(_row ORDER BY _row) AS item_rows,
         count(*) AS times
  FROM regular
  GROUP BY ALL
)
SELECT coalesce(flatten(list(item_rows) FILTER (times > 1)), flatten(list(item_rows))) AS _rows,
       concat_ws('|', strftime(pay_month, '%Y-%m'), coalesce(id, per_item.who), section) AS key,
       strftime(pay_month, '%Y年%m月') AS month,
       any_value(person) AS person,
       string_agg(item, '、' ORDER BY item) FILTER (times > 1) AS items,
       max(times) AS times,
       any_value(person) AS owner,
       pay_month AS fact_date,
       CASE WHEN pay_month IS NULL OR per_item.who IS NULL THEN 'gap'
            WHEN max(times) = 1 THEN 'ok'
            WHEN id IS NULL AND count(namesake.who) > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM per_item
LEFT JOIN namesake ON namesake.who = per_item.who
GROUP BY pay_month, per_item.who, id, section
