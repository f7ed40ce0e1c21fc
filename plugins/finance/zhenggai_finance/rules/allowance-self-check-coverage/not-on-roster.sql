WITH roster AS (
  SELECT norm_text(person) AS who,
         min(coalesce(on_date_from, DATE '1900-01-01')) AS since,
         max(coalesce(off_date_to, DATE '9999-12-31')) AS till
  FROM finance.staff_roster
  GROUP BY norm_text(person)
)
SELECT _row,
       person,
       coalesce(strftime(month, '%Y年%m月'), '（月份空）') AS month,
       month AS fact_date,
       CASE WHEN person IS NULL OR checked.month IS NULL THEN 'gap'
            ELSE judge(coalesce(since <= last_day(checked.month) AND till >= checked.month, FALSE)) END AS verdict
FROM finance.allowance_self_check AS checked
LEFT JOIN roster ON roster.who = norm_text(checked.person)
WHERE coalesce(document_kind, '自查表') = '自查表'
