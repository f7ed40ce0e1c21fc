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
)
SELECT punishment AS _row, ledger.name, bar.type, ledger.decision_date, bar.impact_end,
       CASE WHEN ended >= CAST('9999-12-31' AS DATE) THEN '恢复党员权利满二年' ELSE CAST(ended - 1 AS VARCHAR) END AS last_day,
       ledger.decision_date AS fact_date,
       -- The last day of the period and the day after it are both written for its end.
       CASE WHEN ended IS NULL OR ended >= CAST('9999-12-31' AS DATE) OR bar.impact_end IS NULL THEN 'gap'
            ELSE judge(abs(bar.impact_end - ended) <= 1) END AS verdict
FROM bar
JOIN cadre.discipline_register AS ledger ON ledger._row = punishment
LEFT JOIN core.unread AS unread ON unread._row = punishment AND unread.field = 'impact_end'
WHERE (bar.impact_end IS NOT NULL OR unread.field IS NOT NULL)
  AND months IS NOT NULL
  AND (greatest(ended, bar.impact_end) >= period_start()) IS NOT FALSE
