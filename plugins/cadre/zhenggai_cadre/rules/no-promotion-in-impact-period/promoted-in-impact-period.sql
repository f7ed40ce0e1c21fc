WITH promoted AS (
  SELECT _row, name, norm_name(name) AS person, id_card, intended_post, kind, decision_date
  FROM cadre.selection_register
  WHERE (kind IN ('提拔', '进一步使用')) IS NOT FALSE
    AND in_period(decision_date) IS NOT FALSE
),
weighed AS (
  SELECT promoted.*, punishment, type, begun AS punished_on, ended,
         CASE WHEN punishment IS NULL THEN 'ok'
              -- Moving to a weightier post of the same level is barred by the Party's rules and admonition.
              WHEN kind = '进一步使用' AND NOT by_party AND type <> '诫勉' THEN 'ok'
              WHEN begun > decision_date THEN 'ok'
              WHEN decision_date < ended AND kind IS NOT NULL THEN 'violation'
              WHEN decision_date >= ended THEN 'ok'
              -- Organisational measures without a stated end are presumed to last no longer than a year.
              WHEN type = '组织处理' AND impact_end IS NOT NULL AND decision_date <= impact_end THEN 'violation'
              WHEN type = '组织处理' AND (decision_date > impact_end OR decision_date >= add_months(begun, 12)) THEN 'ok'
              ELSE 'gap' END AS found
  FROM promoted
  LEFT JOIN bar ON bar.person = promoted.person
    AND (bar.id_card <> promoted.id_card) IS NOT TRUE
)
SELECT list_filter([_row, punishment], lambda one: one IS NOT NULL) AS _rows,
       name, intended_post, kind, decision_date, punished_on, type,
       CASE WHEN ended >= CAST('9999-12-31' AS DATE) THEN '恢复党员权利满二年' ELSE CAST(ended - 1 AS VARCHAR) END AS last_day,
       decision_date AS fact_date,
       CASE WHEN decision_date IS NULL OR kind IS NULL THEN 'gap' ELSE found END AS verdict
FROM weighed
QUALIFY row_number() OVER (PARTITION BY _row ORDER BY
  CASE found WHEN 'violation' THEN 0 WHEN 'gap' THEN 1 ELSE 2 END, ended DESC NULLS LAST, punishment) = 1
