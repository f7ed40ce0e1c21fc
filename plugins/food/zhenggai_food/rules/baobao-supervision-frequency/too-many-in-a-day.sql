WITH visit AS (
  SELECT *, unnest(split_names(cadre_name)) AS cadre
  FROM food.baobao_visit_log
  WHERE in_period(visit_date) IS NOT FALSE
)
SELECT list(_row ORDER BY _row) AS _rows,
       concat_ws('|', cadre, visit_date) AS key,
       cadre AS cadre_name,
       visit_date,
       count(DISTINCT norm_name(subject_name)) AS times,
       string_agg(DISTINCT subject_name, '、' ORDER BY subject_name) AS subjects,
       cadre AS owner,
       visit_date AS fact_date,
       CASE WHEN visit_date IS NULL THEN 'gap'
            WHEN times > $max_per_day THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM visit
GROUP BY cadre, visit_date
