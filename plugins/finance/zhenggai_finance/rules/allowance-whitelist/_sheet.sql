SELECT *,
       regexp_replace(norm_text(item), '^[(]?[0-9一二三四五六七八九十]+[)、.]', '') AS name,
       list_transform(
         regexp_extract_all(norm_text(period_of), '([0-9]{4})[-./年]?([0-9]{1,2})', 0),
         lambda one: make_date(CAST(left(one, 4) AS INTEGER), CAST(regexp_extract(substr(one, 5), '([0-9]+)', 1) AS INTEGER), 1)
       ) AS named
FROM finance.payroll_sheet
WHERE (amount <> 0) IS NOT FALSE
  AND in_period(pay_month) IS NOT FALSE
  AND len(list_filter($skip_columns, lambda one: contains(norm_text(item), one))) = 0
