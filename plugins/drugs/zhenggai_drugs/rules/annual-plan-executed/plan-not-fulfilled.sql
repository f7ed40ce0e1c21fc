WITH plan AS (
  SELECT *,
         coalesce("year", year(deadline_to), year(least(period_end(), as_of()))) AS plan_year,
         make_date(plan_year, 1, 1) AS begins,
         coalesce(deadline_to, make_date(plan_year, 12, 31)) AS ends
  FROM drugs.annual_plan
  WHERE plan_year BETWEEN year(period_start()) AND year(period_end())
),
-- What cannot be placed, for want of a date, a category or a station, may belong to any row.
tally AS (
  SELECT plan._row,
         count(DISTINCT visit.one_visit) FILTER (visit.inspect_date IS NOT NULL
           AND visit.category IS NOT NULL
           AND (plan.station IS NULL OR visit.station IS NOT NULL)) AS done,
         count(visit.one_visit) FILTER (visit.inspect_date IS NULL
           OR visit.category IS NULL
           OR (plan.station IS NOT NULL AND visit.station IS NULL)) AS unclear
  FROM plan
  JOIN visit
    ON (visit.category = plan.category OR (visit.category IS NULL AND plan.category <> '药品零售'))
   AND (visit.inspect_date BETWEEN plan.begins AND least(plan.ends, as_of())) IS NOT FALSE
   AND (plan.station IS NULL OR visit.station IS NULL OR visit.station = norm_name(plan.station))
  GROUP BY plan._row
),
-- A category without any visit in the year is reported once, as such.
started AS (
  SELECT DISTINCT plan.category, plan.plan_year
  FROM plan
  JOIN visit
    ON visit.category = plan.category
   AND (visit.inspect_date BETWEEN plan.begins AND make_date(plan.plan_year, 12, 31)) IS NOT FALSE
)
SELECT plan._row,
       plan.plan_year AS year,
       coalesce(plan.category, '（类别不明）') AS category,
       CASE WHEN plan.station IS NULL THEN '' ELSE '（' || plan.station || '）' END AS place,
       plan.planned,
       plan.ends AS deadline,
       coalesce(tally.done, 0) AS done,
       coalesce(tally.unclear, 0) AS unclear,
       plan.station AS owner,
       plan.planned - coalesce(tally.done, 0) AS short,
       plan.ends AS due,
       CASE WHEN plan.planned IS NULL OR plan.category IS NULL THEN 'gap'
            WHEN coalesce(tally.done, 0) >= plan.planned THEN 'ok'
            WHEN as_of() <= plan.ends THEN 'pending'
            WHEN coalesce(tally.done, 0) + coalesce(tally.unclear, 0) >= plan.planned THEN 'gap'
            ELSE 'violation' END AS verdict
FROM plan
LEFT JOIN tally USING (_row)
LEFT JOIN started ON started.category = plan.category AND started.plan_year = plan.plan_year
WHERE (started.category IS NOT NULL OR plan.category IS NULL OR plan.planned IS NULL)
