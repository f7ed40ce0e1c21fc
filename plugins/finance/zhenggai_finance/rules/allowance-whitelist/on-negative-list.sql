WITH listed AS (
  SELECT _row AS list_row,
         item AS listed_as,
         status,
         nullif(trim(basis_document), '') AS basis,
         scope,
         standard,
         unit,
         valid_from,
         valid_to,
         unnest(list_distinct(list_transform(
           list_concat([item], split_names(aliases)),
           lambda one: regexp_replace(norm_text(one), '^[(]?[0-9一二三四五六七八九十]+[)、.]', '')
         ))) AS name
  FROM finance.allowance_catalogue
), sheet AS (
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
), stretched AS (
  -- Arrears belong to the months they are for, in equal parts.
  SELECT *,
         CASE WHEN len(named) = 2 AND regexp_matches(period_of, '至|到|~|-{2}|—')
                THEN list_transform(range(0, date_diff('month', named[1], named[2]) + 1), lambda n: add_months(named[1], n))
              WHEN len(named) > 0 THEN named
              WHEN period_of IS NULL AND NOT contains(item, '补发') THEN [pay_month] END AS months
  FROM sheet
), paid AS (
  SELECT * EXCLUDE (amount, named, months),
         months IS NULL AS undated,
         amount / greatest(len(coalesce(months, [])), 1) AS amount,
         unnest(coalesce(months, [NULL])) AS pay_for
  FROM stretched
), met AS (
  SELECT paid.*,
         listed.list_row,
         listed.listed_as,
         listed.status,
         listed.basis,
         listed.scope,
         listed.standard,
         listed.unit,
         listed.valid_from,
         listed.valid_to,
         (coalesce(listed.valid_from, DATE '1900-01-01') <= pay_for AND pay_for <= coalesce(listed.valid_to, DATE '9999-01-01')) AS in_force
  FROM paid
  LEFT JOIN listed ON listed.name = paid.name
), classed AS (
  SELECT _row,
         pay_for,
         any_value(pay_month) AS pay_month,
         any_value(person) AS person,
         any_value(id_card) AS id_card,
         any_value(department) AS department,
         any_value(item) AS item,
         any_value(name) AS name,
         any_value(amount) AS amount,
         any_value(day_count) AS day_count,
         any_value(undated) AS undated,
         coalesce(strftime(pay_for, '%Y年%m月'), strftime(any_value(pay_month), '%Y年%m月发放')) AS month,
         count(list_row) AS matches,
         any_value(listed_as) AS listed_as,
         bool_or(status = '禁止' AND in_force) AS forbidden,
         bool_or(status = '允许' AND in_force) AS permitted,
         bool_or(status = '允许' AND basis IS NOT NULL) AS based,
         min(valid_from) FILTER (status = '允许') AS valid_from,
         CASE WHEN count(*) FILTER (status = '允许') = count(valid_to) FILTER (status = '允许')
                THEN max(valid_to) FILTER (status = '允许') END AS valid_to
  FROM met
  GROUP BY _row, pay_for
)
SELECT _row,
       CASE WHEN pay_for <> pay_month THEN month END AS subject,
       month,
       person,
       item,
       listed_as,
       round(amount, 2) AS amount,
       person AS owner,
       coalesce(pay_for, pay_month) AS fact_date,
       CASE WHEN forbidden AND NOT coalesce(permitted, FALSE) THEN 'violation'
            WHEN undated THEN 'gap'
            ELSE 'ok' END AS verdict
FROM classed
WHERE matches > 0
