WITH raised AS (
  SELECT _row, name, norm_name(name) AS person, id_card, to_rank, approve_date
  FROM cadre.rank_register
  WHERE in_period(approve_date) IS NOT FALSE
),
weighed AS (
  SELECT raised.*, punishment, type, begun AS punished_on, ended,
         CASE WHEN punishment IS NULL THEN 'ok'
              WHEN begun > approve_date THEN 'ok'
              WHEN approve_date < ended THEN 'violation'
              WHEN approve_date >= ended THEN 'ok'
              WHEN type = '组织处理' AND impact_end IS NOT NULL AND approve_date <= impact_end THEN 'violation'
              WHEN type = '组织处理' AND (approve_date > impact_end OR approve_date >= add_months(begun, 12)) THEN 'ok'
              ELSE 'gap' END AS found
  FROM raised
  LEFT JOIN bar ON bar.person = raised.person
    AND (bar.id_card <> raised.id_card) IS NOT TRUE
)
SELECT list_filter([_row, punishment], lambda one: one IS NOT NULL) AS _rows,
       name, to_rank, approve_date, punished_on, type,
       CASE WHEN ended >= CAST('9999-12-31' AS DATE) THEN '恢复党员权利满二年' ELSE CAST(ended - 1 AS VARCHAR) END AS last_day,
       approve_date AS fact_date,
       CASE WHEN approve_date IS NULL THEN 'gap' ELSE found END AS verdict
FROM weighed
QUALIFY row_number() OVER (PARTITION BY _row ORDER BY
  CASE found WHEN 'violation' THEN 0 WHEN 'gap' THEN 1 ELSE 2 END, ended DESC NULLS LAST, punishment) = 1
