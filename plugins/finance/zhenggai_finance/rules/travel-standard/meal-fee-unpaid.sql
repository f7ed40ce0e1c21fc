WITH leg AS (
  SELECT *,
         coalesce(return_date - depart_date + 1, 0) AS leg_days,
         CASE WHEN regexp_matches(rank, '部级|部长') THEN '部级' WHEN regexp_matches(rank, '厅|局级|司') THEN '厅局级' ELSE '其他人员' END AS rank_text
  FROM finance.travel_reimbursement
  WHERE in_period(depart_date) IS NOT FALSE
), season AS (
  SELECT *,
         norm_text(area) AS place,
         list_transform(regexp_extract_all(coalesce(season, ''), '([0-9]{1,2})', 1), lambda one: CAST(one AS INTEGER)) AS marks
  FROM finance.travel_standard
), standard AS (
  SELECT *,
         CASE WHEN len(marks) = 2 AND regexp_matches(season, '[-至~—]')
                THEN CASE WHEN marks[1] <= marks[2] THEN range(marks[1], marks[2] + 1) ELSE list_concat(range(marks[1], 13), range(1, marks[2] + 1)) END
              ELSE marks END AS months
  FROM season
), priced AS (
  -- The row of the season before the row of the whole year, the nearer place before the wider.
  SELECT leg._row,
         arg_max(standard.lodging_cap, (CASE WHEN len(months) > 0 THEN 100 ELSE 0 END) + length(place)) AS lodging_cap,
         arg_max(standard.meal_rate, (CASE WHEN len(months) > 0 THEN 100 ELSE 0 END) + length(place)) AS meal_rate,
         arg_max(standard.city_rate, (CASE WHEN len(months) > 0 THEN 100 ELSE 0 END) + length(place)) AS city_rate,
         arg_max(standard.seat_classes, (CASE WHEN len(months) > 0 THEN 100 ELSE 0 END) + length(place)) AS seat_classes
  FROM leg
  JOIN standard
    ON (contains(norm_text(leg.city), place) OR contains(place, norm_text(leg.city)))
   AND (contains(norm_text(standard.rank_group), left(leg.rank_text, 2)))
  WHERE len(months) = 0
     OR list_contains(months, month(leg.depart_date))
  GROUP BY leg._row
), rated AS (
  SELECT leg.*,
         priced.lodging_cap,
         priced.seat_classes,
         coalesce(priced.meal_rate, CASE WHEN regexp_matches(city, '西藏|青海|新疆|拉萨|西宁|乌鲁木齐') THEN $meal_rate_west ELSE $meal_rate END) AS meal_allowed,
         coalesce(priced.city_rate, $city_rate) AS city_allowed
  FROM leg
  LEFT JOIN priced ON priced._row = leg._row
)
SELECT _row,
       person,
       depart_date,
       city,
       person AS owner,
       depart_date AS fact_date,
       hosted_meals,
       coalesce(meal_fee_paid, 0) AS meal_fee,
       round((hosted_meals - $free_meals) * meal_allowed * 0.4, 2) AS due_fee,
       due_fee - meal_fee AS amount,
       -- Breakfast is a fifth of the day's allowance, lunch and dinner two fifths; which it was is not in the table.
       CASE WHEN meal_fee >= due_fee THEN 'ok'
            WHEN meal_fee < (hosted_meals - $free_meals) * meal_allowed * 0.2 THEN 'violation'
            ELSE 'gap' END AS verdict
FROM rated
WHERE hosted_meals > $free_meals
