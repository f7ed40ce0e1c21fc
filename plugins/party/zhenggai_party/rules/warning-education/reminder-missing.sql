WITH festival AS (
  SELECT holiday, year.label AS year, year(year.first_day) AS year_number,
         CASE holiday WHEN '元旦' THEN year.first_day
                      WHEN '劳动节' THEN make_date(year(year.first_day), 5, 1)
                      WHEN '国庆' THEN make_date(year(year.first_day), 10, 1)
                      WHEN '国庆节' THEN make_date(year(year.first_day), 10, 1)
                      ELSE try_cast(list_filter(list_transform($festivals, lambda entry: CASE WHEN starts_with(entry, holiday || '=' || year.label) THEN split_part(entry, '=', 2) END),
                             lambda one: one IS NOT NULL)[1] AS DATE) END AS day
  FROM core.years AS year, (SELECT unnest($holidays) AS holiday)
),
-- The days off around the festival begin after the last working day before it.
began AS (
  SELECT festival.holiday, festival.year, festival.day, is_workday(festival.day) AS worked,
         max(calendar.day) + 1 AS first_off
  FROM festival
  LEFT JOIN core.calendar AS calendar
    ON calendar.is_workday
   AND calendar.day < festival.day
   AND calendar.day >= festival.day - 12
  GROUP BY ALL
),
wanted AS (
  SELECT *,
         first_off - CAST($days_before AS INTEGER) AS opens,
         -- A reminder of the last days of December is for the New Year.
         CASE WHEN holiday = '元旦' THEN greatest(first_off - 1, day - 1) ELSE first_off - 1 END AS closes
  FROM began
  WHERE day IS NULL
     OR in_period(day)
)
SELECT list(event._row ORDER BY event._row) FILTER (event._row IS NOT NULL) AS _rows,
       wanted.year || '|' || wanted.holiday AS key, wanted.year || '年' || wanted.holiday AS holiday,
       any_value(wanted.first_off) AS first_off,
       any_value(wanted.first_off) AS due,
       least(any_value(wanted.first_off), as_of()) AS fact_date,
       CASE WHEN any_value(wanted.day) IS NULL OR any_value(wanted.worked) IS NULL THEN 'gap'
            WHEN count(event._row) > 0 THEN 'ok'
            WHEN any_value(wanted.first_off) > as_of() THEN 'pending'
            -- A ledger that begins later says nothing of what was before.
            WHEN any_value(wanted.closes) < (SELECT min(date) FROM party.warning_education)
              OR EXISTS (SELECT 1 FROM party.warning_education WHERE date IS NULL OR form IS NULL) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM wanted
LEFT JOIN party.warning_education AS event
  ON event.form = '节前廉政提醒'
 AND event.date BETWEEN wanted.opens AND wanted.closes
GROUP BY wanted.year, wanted.holiday
