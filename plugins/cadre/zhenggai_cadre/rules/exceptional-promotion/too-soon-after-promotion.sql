WITH excepted AS (
  SELECT *, norm_name(name) AS person, norm_text(exceptional) AS ground
  FROM cadre.selection_register
  WHERE norm_text(exceptional) NOT IN ('否', '无', '不是', '-', '—', '--', '/')
    AND (kind IN ('提拔', '进一步使用')) IS NOT FALSE
    AND in_period(decision_date) IS NOT FALSE
),
earlier AS (
  SELECT excepted._row,
         before._row AS earlier_row,
         before.intended_post AS earlier_post,
         before.exceptional AS earlier_exceptional,
         before.decision_date AS earlier_decision,
         before.formal_date_from AS earlier_formal
  FROM excepted
  JOIN cadre.selection_register AS before ON norm_name(before.name) = excepted.person
    AND before.kind = '提拔'
    AND before.decision_date < excepted.decision_date
    AND NOT (before.id_card <> excepted.id_card OR before.birth_month <> excepted.birth_month) IS TRUE
  QUALIFY row_number() OVER (PARTITION BY excepted._row ORDER BY before.decision_date DESC, before._row) = 1
)
SELECT list_filter([excepted._row, earlier_row], lambda one: one IS NOT NULL) AS _rows,
       name, intended_post, decision_date,
       coalesce(CAST(earlier_decision AS VARCHAR), strftime(current_post_since, '%Y-%m')) AS promoted_on,
       decision_date AS fact_date,
       CASE WHEN earlier_row IS NOT NULL THEN judge(decision_date >= add_months(earlier_decision, $min_months_in_post))
            -- The register knows only the month: the first and the last day of it may be meant.
            WHEN decision_date < add_months(current_post_since, $min_months_in_post) THEN 'violation'
            WHEN decision_date >= add_months(last_day(current_post_since), $min_months_in_post) THEN 'ok'
            ELSE 'gap' END AS verdict
FROM excepted
LEFT JOIN earlier ON earlier._row = excepted._row
-- Promotion within probation is told by probation-one-year.
WHERE earlier_row IS NULL OR earlier_formal <= decision_date
