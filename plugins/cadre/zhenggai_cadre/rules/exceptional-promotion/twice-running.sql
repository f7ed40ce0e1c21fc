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
       name, intended_post, exceptional, earlier_post, earlier_exceptional,
       decision_date AS fact_date,
       CASE WHEN earlier_row IS NULL THEN 'gap'
            WHEN coalesce(norm_text(earlier_exceptional), '否') IN ('否', '无', '不是', '-', '—', '--', '/') THEN 'ok'
            -- Only exceptions as to years of service may not follow one another.
            WHEN regexp_matches(norm_text(earlier_exceptional), '年限|不满|不足|未满') AND regexp_matches(ground, '年限|不满|不足|未满') THEN 'violation'
            WHEN regexp_full_match(norm_text(earlier_exceptional), '是|√|有') OR regexp_full_match(ground, '是|√|有') THEN 'gap'
            ELSE 'ok' END AS verdict
FROM excepted
LEFT JOIN earlier ON earlier._row = excepted._row
