WITH staff AS (
  SELECT norm_text(person) AS who,
         any_value(upper(id_card)) AS id_card,
         any_value(norm_text(department)) AS department,
         any_value(person_category) AS category,
         any_value(post) AS post,
         count(DISTINCT coalesce(id_card, department, '')) AS namesakes
  FROM finance.staff_roster
  GROUP BY norm_text(person), upper(id_card), CASE WHEN id_card IS NULL THEN norm_text(department) END
),
alone AS (
  SELECT who, any_value(category) AS category, any_value(post) AS post
  FROM staff
  GROUP BY who
  HAVING count(*) = 1
),
known AS (
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
),
fitted AS (
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
),
chosen AS (
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
