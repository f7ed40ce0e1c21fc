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
)
SELECT _row,
       CASE WHEN pay_for <> any_value(pay_month) THEN any_value(month) END AS subject,
       any_value(month) AS month,
       any_value(person) AS person,
       coalesce(any_value(category), '花名册查不到或有同名') AS category,
       any_value(item) AS item,
       string_agg(DISTINCT scope, '、') AS scope,
       round(any_value(amount), 2) AS amount,
       any_value(person) AS owner,
       pay_for AS fact_date,
       CASE WHEN bool_or(fits) THEN 'ok'
            WHEN any_value(category) IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM fitted
GROUP BY _row, pay_for
