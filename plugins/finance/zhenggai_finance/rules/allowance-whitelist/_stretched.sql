-- Arrears belong to the months they are for, in equal parts.
SELECT *,
       CASE WHEN len(named) = 2 AND regexp_matches(period_of, '至|到|~|-{2}|—')
              THEN list_transform(range(0, date_diff('month', named[1], named[2]) + 1), lambda n: add_months(named[1], n))
            WHEN len(named) > 0 THEN named
            WHEN period_of IS NULL AND NOT contains(item, '补发') THEN [pay_month] END AS months
FROM sheet
