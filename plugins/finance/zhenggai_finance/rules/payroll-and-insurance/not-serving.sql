WITH staff AS (
  SELECT roster._row,
         regexp_replace(norm_text(person), '[(].*?[)]', '', 'g') AS who,
         upper(norm_text(id_card)) AS id,
         norm_text(department) AS section,
         on_date_from,
         off_date_to,
         off_reason,
         unread._row IS NOT NULL AS unread
  FROM finance.staff_roster AS roster
  LEFT JOIN (SELECT DISTINCT _row FROM core.unread WHERE field IN ('on_date', 'off_date')) AS unread ON unread._row = roster._row
), payroll AS (
  -- Arrears belong to the last month they are for.
  SELECT *,
         regexp_replace(norm_text(person), '[(].*?[)]', '', 'g') AS who,
         upper(norm_text(id_card)) AS id,
         norm_text(department) AS section,
         list_last(list_transform(
           regexp_extract_all(norm_text(period_of), '[0-9]{4}[-./年]?[0-9]{1,2}'),
           lambda one: CAST(try_strptime(regexp_replace(one, '[-./年]', '-'), ['%Y-%m', '%Y%m']) AS DATE)
         )) AS named
  FROM finance.payroll_sheet
  WHERE in_period(pay_month) IS NOT FALSE
    AND (amount <> 0) IS NOT FALSE
    AND len(list_filter($pension_items, lambda one: contains(norm_text(item), one))) = 0
), paid AS (
  SELECT row_number() OVER (ORDER BY min(_row)) AS n,
         list(_row ORDER BY _row) AS _rows,
         any_value(person) AS person,
         who,
         id,
         CASE WHEN id IS NULL THEN section END AS section,
         pay_month,
         coalesce(named, pay_month) AS pay_for,
         bool_or(named IS NULL AND (period_of IS NOT NULL OR contains(item, '补发'))) AS undated,
         sum(amount) AS amount
  FROM payroll
  GROUP BY ALL
), candidate AS (
  SELECT paid.n, staff._row, staff.id, staff.section, 1 AS rank
  FROM paid
  JOIN staff ON staff.id = paid.id
  UNION ALL
  SELECT paid.n, staff._row, staff.id, staff.section, CASE WHEN staff.section = paid.section THEN 2 ELSE 3 END
  FROM paid
  JOIN staff ON staff.who = paid.who
  WHERE staff.id IS NULL
     OR paid.id IS NULL
), best AS (
  SELECT *
  FROM candidate
  QUALIFY rank = min(rank) OVER (PARTITION BY n)
), one_person AS (
  -- Several stays are one person's if the identity number, or without it the department, is one.
  SELECT best.n,
         coalesce(best.id, best.section, '') AS human,
         CASE WHEN bool_or(NOT unread AND coalesce(on_date_from, DATE '1900-01-01') <= last_day(pay_for)
                       AND coalesce(off_date_to, DATE '9999-12-31') >= pay_for) THEN TRUE
              WHEN bool_or(unread) OR pay_for IS NULL THEN NULL
              ELSE FALSE END AS serving,
         string_agg(DISTINCT CASE WHEN off_date_to < pay_for THEN strftime(off_date_to, '%Y年%m月%d日') || '已' || coalesce(off_reason, '离岗')
                         ELSE strftime(on_date_from, '%Y年%m月%d日') || '才到岗' END, '、') AS why
  FROM best
  JOIN paid ON paid.n = best.n
  JOIN staff ON staff._row = best._row
  GROUP BY best.n, human, pay_for
), decided AS (
  SELECT n,
         bool_and(serving) AND count(*) = count(serving) AS all_serve,
         bool_or(serving) OR count(*) > count(serving) AS may_serve,
         string_agg(why, '；') AS why
  FROM one_person
  GROUP BY n
)
SELECT _rows,
       concat_ws('|', strftime(pay_month, '%Y-%m'), coalesce(id, who), section) AS key,
       CASE WHEN pay_for <> pay_month THEN strftime(pay_for, '%Y-%m') END AS subject,
       strftime(pay_month, '%Y年%m月') AS month,
       person,
       coalesce(why, '没有此人') AS why,
       amount,
       person AS owner,
       pay_month AS fact_date,
       CASE WHEN who IS NULL OR pay_month IS NULL THEN 'gap'
            WHEN all_serve THEN 'ok'
            WHEN may_serve OR undated AND decided.n IS NOT NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM paid
LEFT JOIN decided ON decided.n = paid.n
