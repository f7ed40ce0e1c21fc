WITH punished AS (
  SELECT _row AS punishment, norm_name(name) AS person, id_card, type, decision_date AS begun, impact_end, restored_date,
         regexp_matches(type, '党内|留党') AS by_party,
         -- A severe warning in place of dismissal from party posts the person did not hold bars for two years.
         CASE type WHEN '党内警告' THEN 12
                   WHEN '党内严重警告' THEN CASE WHEN contains(norm_text(remarks), '撤销党内职务') OR contains(norm_text(remarks), '无党内职务') THEN 24 ELSE 18 END
                   WHEN '撤销党内职务' THEN 24
                   WHEN '留党察看一年' THEN 24 WHEN '留党察看二年' THEN 24
                   WHEN '政务警告' THEN 6 WHEN '政务记过' THEN 12 WHEN '政务记大过' THEN 18
                   WHEN '政务降级' THEN 24 WHEN '政务撤职' THEN 24
                   WHEN '诫勉' THEN $warning_months END AS months
  FROM cadre.discipline_register
),
single AS (
  SELECT *,
         CASE WHEN starts_with(type, '留党察看')
              THEN coalesce(add_months(restored_date, months), CAST('9999-12-31' AS DATE))
              ELSE add_months(begun, months) END AS single_end
  FROM punished
),
-- A party punishment within a running one adds what is left of it. With lengths summed up to each
-- punishment, the end is that sum plus the greatest (start less the sum before it).
summed AS (
  SELECT *,
         single_end - begun AS days,
         sum(CASE WHEN by_party AND single_end < CAST('9999-12-31' AS DATE) THEN single_end - begun ELSE 0 END) OVER up_to AS total
  FROM single
  WINDOW up_to AS (PARTITION BY person, id_card, by_party ORDER BY begun, punishment ROWS UNBOUNDED PRECEDING)
),
bar AS (
  SELECT punishment, person, id_card, type, begun, impact_end, by_party, months, single_end,
         CASE WHEN by_party AND single_end < CAST('9999-12-31' AS DATE)
              THEN CAST('2000-01-01' AS DATE) + CAST(total + max(CASE WHEN single_end < CAST('9999-12-31' AS DATE)
                     THEN (begun - CAST('2000-01-01' AS DATE)) - (total - days) END) OVER up_to AS INTEGER)
              ELSE single_end END AS ended
  FROM summed
  WINDOW up_to AS (PARTITION BY person, id_card, by_party ORDER BY begun, punishment ROWS UNBOUNDED PRECEDING)
),
promoted AS (
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
