WITH cap AS (
  SELECT trim(split_part(norm_text(one), ':', 1)) AS meal,
         CAST(split_part(norm_text(one), ':', 2) AS DECIMAL(18, 2)) AS cap
  FROM (SELECT unnest($meal_cap) AS one)
), reception AS (
  SELECT *,
         list_filter(
           ['早', '午', '晚'],
           lambda one: contains(replace(replace(meal_type, '早中晚', ''), '中', '午'), one)
         ) AS kinds,
         greatest(companion_count, nullif(len(split_names(companion_names)), 0)) AS companions
  FROM finance.reception_ledger
  WHERE in_period(reception_date) IS NOT FALSE
), counted AS (
  SELECT *,
         coalesce(meal_count, nullif(len(kinds), 0), 1) AS meals
  FROM reception
), capped AS (
  -- Meals of known kinds have their own caps; of unknown kinds the highest.
  SELECT counted._row,
         CASE WHEN len(any_value(kinds)) = any_value(meals) THEN sum(cap)
              ELSE any_value(meals) * max(cap) END AS cap
  FROM counted
  JOIN cap ON len(coalesce(kinds, [])) = 0 OR list_contains(kinds, cap.meal)
  GROUP BY counted._row
)
SELECT counted._row,
       reception_date,
       visitor_unit,
       counted.amount AS cost,
       visitor_count + companions AS diners,
       meals,
       round(cost / nullif(diners, 0) / nullif(meals, 0), 2) AS per_head,
       cap * diners AS allowed,
       CASE WHEN cost > allowed THEN cost - allowed END AS amount,
       handler AS owner,
       reception_date AS fact_date,
       CASE WHEN cost = 0 THEN 'ok'
            WHEN diners = 0 OR meals = 0 THEN 'gap'
            ELSE judge(cost <= allowed) END AS verdict
FROM counted
LEFT JOIN capped ON capped._row = counted._row
