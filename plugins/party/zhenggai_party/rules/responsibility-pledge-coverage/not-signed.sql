WITH required AS (
  SELECT year.label AS year_label, year(year.first_day) AS "year", year.last_day,
         staff._row, staff.name AS who, staff.person, staff.unit, NULL AS spelled, staff.namesakes
  FROM core.years AS year
  CROSS JOIN staff
  WHERE (staff.post_since IS NULL OR staff.post_since <= year.last_day)
    AND (staff.leads
         OR $everyone
         -- Without a list of sections the heads are those whom the roster calls so.
         OR (staff.heads AND NOT EXISTS (SELECT 1 FROM section)))
  UNION ALL
  SELECT year.label, year(year.first_day), year.last_day,
         NULL, section.name, norm_name(section.head), section.name, section.spelled, 1
  FROM core.years AS year
  CROSS JOIN section
),
counted AS (
  SELECT *
  FROM pledge
  WHERE date >= make_date("year", 1, 1)
    AND date <= make_date("year", 12, 31) + $late_days
),
by_person AS (
  SELECT required.year_label, required.who, required._row, required.unit,
         list(counted._row) FILTER (required.namesakes = 1 OR name_fits(counted.unit, required.unit)) AS pledges,
         count(*) FILTER (required.namesakes > 1 AND counted.unit IS NULL) AS ambiguous
  FROM required
  JOIN counted ON counted."year" = required."year" AND counted.person = required.person
  GROUP BY ALL
),
by_unit AS (
  SELECT required.year_label, required.who, list(counted._row) AS pledges
  FROM required
  JOIN counted ON counted."year" = required."year" AND counted.spelled = required.spelled
  GROUP BY ALL
),
unsure AS (
  SELECT "year", count(*) AS books
  FROM pledge
  WHERE "year" IS NULL
     OR date IS NULL
     OR (person IS NULL AND spelled IS NULL)
  GROUP BY "year"
)
SELECT list_distinct(list_concat([required._row], by_person.pledges, by_unit.pledges)) AS _rows,
       concat_ws('|', required.year_label, required.who, CASE WHEN required.namesakes > 1 THEN required.unit END) AS key,
       required.year_label AS year,
       required.who,
       required.who AS owner,
       required.last_day + $late_days AS due,
       least(required.last_day, as_of()) AS fact_date,
       CASE WHEN len(by_person.pledges) > 0 OR len(by_unit.pledges) > 0 THEN 'ok'
            WHEN required.person IS NULL AND required.spelled IS NULL THEN 'gap'
            WHEN required.last_day + $late_days >= as_of() THEN 'pending'
            WHEN by_person.ambiguous > 0 OR unsure.books > 0 OR yearless.books > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM required
LEFT JOIN unsure ON unsure."year" = required."year"
LEFT JOIN unsure AS yearless ON yearless."year" IS NULL
LEFT JOIN by_person
  ON by_person.year_label = required.year_label
 AND by_person.who = required.who
 AND by_person._row IS NOT DISTINCT FROM required._row
LEFT JOIN by_unit
  ON by_unit.year_label = required.year_label
 AND by_unit.who = required.who
 AND required.spelled IS NOT NULL
