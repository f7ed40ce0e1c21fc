SELECT leg.*,
       priced.lodging_cap,
       priced.seat_classes,
       coalesce(priced.meal_rate, CASE WHEN regexp_matches(city, '西藏|青海|新疆|拉萨|西宁|乌鲁木齐') THEN $meal_rate_west ELSE $meal_rate END) AS meal_allowed,
       coalesce(priced.city_rate, $city_rate) AS city_allowed
FROM leg
LEFT JOIN priced ON priced._row = leg._row
