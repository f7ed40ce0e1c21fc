WITH staff AS (
  SELECT roster.*,
         regexp_replace(norm_text(person), '[(].*?[)]', '', 'g') AS who,
         upper(norm_text(id_card)) AS id,
         unread._row IS NOT NULL AS unread
  FROM finance.staff_roster AS roster
  LEFT JOIN (SELECT DISTINCT _row FROM core.unread WHERE field IN ('on_date', 'off_date')) AS unread ON unread._row = roster._row
  WHERE len(list_filter($uncovered, lambda one: contains(coalesce(person_category, ''), one))) = 0
    AND NOT regexp_matches(coalesce(remarks, ''), '停薪|停发|不在本单位发|工资关系|工资由|借入|挂职|长期事假')
), payroll AS (
  SELECT DISTINCT pay_month,
         regexp_replace(norm_text(person), '[(].*?[)]', '', 'g') AS who,
         upper(norm_text(id_card)) AS id
  FROM finance.payroll_sheet
), by_name AS (
  SELECT pay_month,
         who,
         count(*) FILTER (id IS NULL) > 0 AS nameless
  FROM payroll
  GROUP BY ALL
), shared AS (
  SELECT who FROM staff GROUP BY who HAVING count(DISTINCT coalesce(id, norm_text(department))) > 1
)
SELECT staff._row,
       label AS subject,
       strftime(first_day, '%Y年%m月') AS month,
       staff.person,
       staff.person AS owner,
       first_day AS fact_date,
       CASE WHEN by_id.id IS NOT NULL THEN 'ok'
            WHEN by_name.nameless AND shared.who IS NOT NULL THEN 'gap'
            WHEN by_name.nameless OR staff.id IS NULL AND by_name.who IS NOT NULL THEN 'ok'
            WHEN sheet.pay_month IS NULL OR unread THEN 'gap'
            ELSE 'violation' END AS verdict
FROM staff
JOIN core.months AS month
  ON coalesce(on_date_to, DATE '1900-01-01') <= first_day
 AND coalesce(off_date_from, DATE '9999-12-31') >= last_day
LEFT JOIN (SELECT DISTINCT pay_month FROM payroll) AS sheet ON sheet.pay_month = first_day
LEFT JOIN (SELECT DISTINCT pay_month, id FROM payroll WHERE id IS NOT NULL) AS by_id ON by_id.pay_month = first_day AND by_id.id = staff.id
LEFT JOIN by_name ON by_name.pay_month = first_day AND by_name.who = staff.who
LEFT JOIN shared ON shared.who = staff.who
WHERE ended
