WITH demand AS (
  SELECT aged.*,
         year.label,
         year.first_day,
         year.last_day,
         year.ended,
         -- The half-years a seller of specially controlled drugs owes a visit for.
         list_filter([0, 6], lambda start:
           (aged.opened <= add_months(year.first_day, start + 3)) IS NOT FALSE) AS halves,
         CASE class WHEN '特药' THEN len(halves) WHEN '重点' THEN 1 WHEN '一般' THEN 0 ELSE 1 END AS base,
         list_max(list_transform(CAST($min_by_grade AS VARCHAR[]), lambda pair:
           CASE WHEN norm_text(split_part(pair, '=', 1)) = risk_grade
                THEN TRY_CAST(norm_text(split_part(pair, '=', 2)) AS INTEGER) END)) AS by_grade,
         greatest(base + CASE WHEN bad_credit THEN $extra_for_bad_credit ELSE 0 END, coalesce(by_grade, 0)) AS required
  FROM aged
  CROSS JOIN core.years AS year
  WHERE (2 * (year.last_day - aged.opened + 1) >= year.last_day - year.first_day + 1) IS NOT FALSE
)
SELECT demand._row,
       demand.label AS subject,
       any_value(demand.pharmacy_name) AS pharmacy_name,
       any_value(demand.station) AS owner,
       coalesce(any_value(demand.class), '经营范围不明') AS class,
       any_value(demand.required) AS required,
       count(DISTINCT paired.inspect_date) FILTER (NOT paired.unsure) AS done,
       count(paired.store_row) FILTER (paired.unsure) AS unclear,
       list(DISTINCT CASE WHEN month(paired.inspect_date) <= 6 THEN 0 ELSE 6 END) FILTER (NOT paired.unsure) AS visited,
       -- A half-year without a visit is reported as such, and not again as a visit short.
       CASE WHEN any_value(demand.class) = '特药'
            THEN len(list_filter(any_value(demand.halves), lambda start: NOT list_contains(coalesce(visited, []), start)))
            ELSE 0 END AS reported,
       demand.last_day AS due,
       CASE WHEN done >= any_value(demand.required) THEN 'ok'
            WHEN NOT demand.ended THEN 'pending'
            WHEN done + reported >= any_value(demand.required) THEN 'ok'
            WHEN any_value(demand.class) IS NULL OR done + reported + unclear >= any_value(demand.required) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM demand
LEFT JOIN paired
  ON paired.store_row = demand._row
 AND (paired.inspect_date BETWEEN demand.first_day AND demand.last_day) IS NOT FALSE
WHERE demand.class IS NULL
   OR demand.class = '重点'
   OR demand.required > demand.base
GROUP BY demand._row, demand.label, demand.last_day, demand.ended
