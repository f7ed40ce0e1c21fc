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
), staff AS (
  SELECT norm_text(person) AS who,
         any_value(upper(id_card)) AS id_card,
         any_value(norm_text(department)) AS department,
         any_value(person_category) AS category,
         any_value(post) AS post,
         count(DISTINCT coalesce(id_card, department, '')) AS namesakes
  FROM finance.staff_roster
  GROUP BY norm_text(person), upper(id_card), CASE WHEN id_card IS NULL THEN norm_text(department) END
), alone AS (
  SELECT who, any_value(category) AS category, any_value(post) AS post
  FROM staff
  GROUP BY who
  HAVING count(*) = 1
), known AS (
  -- The identity number names a person; a name alone only where nobody shares it.
  SELECT classed.*,
         coalesce(by_id.category, by_section.category, alone.category) AS category,
         coalesce(by_id.post, by_section.post, alone.post) AS post
  FROM classed
  LEFT JOIN (SELECT id_card, any_value(category) AS category, any_value(post) AS post FROM staff WHERE id_card IS NOT NULL GROUP BY id_card) AS by_id
    ON by_id.id_card = upper(classed.id_card)
  LEFT JOIN (SELECT who, department, any_value(category) AS category, any_value(post) AS post FROM staff WHERE department IS NOT NULL GROUP BY who, department HAVING count(*) = 1) AS by_section
    ON by_section.who = norm_text(classed.person) AND by_section.department = norm_text(classed.department)
  LEFT JOIN alone ON alone.who = norm_text(classed.person)
), fitted AS (
  SELECT known.*,
         met.list_row,
         met.scope,
         met.standard,
         met.unit,
         met.scope IS NULL
           OR regexp_matches(met.scope, '全体|全部|所有|在职人员')
           OR len(list_filter(
                split_names(met.scope),
                lambda one: contains(norm_text(one), known.category) OR contains(known.category, norm_text(one))
                  OR contains(norm_text(one), known.post)
              )) > 0 AS fits
  FROM known
  JOIN met ON met._row = known._row AND met.pay_for = known.pay_for
  WHERE met.status = '允许'
    AND met.in_force
    AND NOT coalesce(forbidden, FALSE)
), chosen AS (
  -- The most favourable row that fits the person.
  SELECT _row,
         pay_for,
         any_value(person) AS person,
         any_value(id_card) AS id_card,
         any_value(department) AS department,
         any_value(item) AS item,
         any_value(name) AS name,
         any_value(amount) AS amount,
         any_value(day_count) AS day_count,
         max(standard) AS standard,
         any_value(unit) AS unit,
         count(DISTINCT unit) AS units
  FROM fitted
  WHERE fits
    AND standard IS NOT NULL
  GROUP BY _row, pay_for
)
-- By month or year all rows of the item are added up; by day or time the count is needed.
SELECT list(_row ORDER BY _row) AS _rows,
       concat_ws('|', norm_text(any_value(person)), any_value(department), name, CASE WHEN unit = '元/年' THEN strftime(max(pay_for), '%Y') ELSE strftime(max(pay_for), '%Y-%m') END) AS key,
       CASE WHEN unit = '元/年' THEN strftime(max(pay_for), '%Y年') ELSE strftime(max(pay_for), '%Y年%m月') END AS span,
       any_value(person) AS person,
       any_value(item) AS item,
       round(sum(chosen.amount), 2) AS paid,
       max(standard) AS standard,
       coalesce(unit, '元') AS unit,
       max(standard) * CASE WHEN unit IN ('元/天', '元/次') THEN sum(day_count) ELSE 1 END AS allowed,
       round(sum(chosen.amount) - allowed, 2) AS amount,
       any_value(person) AS owner,
       max(pay_for) AS fact_date,
       CASE WHEN count(*) > count(chosen.amount) OR unit IS NULL OR max(units) > 1 THEN 'gap'
            WHEN unit IN ('元/天', '元/次') AND count(*) > count(day_count) THEN 'gap'
            ELSE judge(round(sum(chosen.amount), 2) <= allowed) END AS verdict
FROM chosen
GROUP BY norm_text(chosen.person), upper(chosen.id_card), norm_text(chosen.department), name, unit,
         CASE WHEN unit = '元/年' THEN date_trunc('year', pay_for) ELSE pay_for END
