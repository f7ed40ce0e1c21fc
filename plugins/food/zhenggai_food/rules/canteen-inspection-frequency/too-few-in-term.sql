WITH visited AS (
  SELECT canteen_row, inspect_date AS day, sure
  FROM link
  JOIN food.inspection_ledger AS ledger ON ledger._row = link.entry_row
),
term AS (
  SELECT term_name, start_date, end_date
  FROM food.term_calendar
  WHERE kind = '学期'
    AND (start_date <= period_end() AND end_date >= period_start()) IS NOT FALSE
),
counted AS (
  SELECT canteen._row,
         term.term_name,
         term.start_date,
         term.end_date,
         count(DISTINCT visited.day) FILTER (sure AND day BETWEEN start_date AND end_date) AS found,
         string_agg(DISTINCT CAST(visited.day AS VARCHAR), '、' ORDER BY CAST(visited.day AS VARCHAR))
           FILTER (sure AND day BETWEEN start_date AND end_date) AS dates,
         -- Visits without a date, or that may have been of another canteen.
         count(*) FILTER (visited.canteen_row IS NOT NULL
                          AND (day IS NULL OR (NOT sure AND day BETWEEN start_date AND end_date))) AS unclear
  FROM canteen
  CROSS JOIN term
  LEFT JOIN visited ON visited.canteen_row = canteen._row
  WHERE canteen.district = '城区'
    AND (open_date <= end_date) IS NOT FALSE
    AND (suspended_from <= start_date AND (suspended_to IS NULL OR suspended_to >= end_date)) IS NOT TRUE
  GROUP BY ALL
)
SELECT counted._row,
       term_name || '|' || coalesce(CAST(start_date AS VARCHAR), '') AS subject,
       school_name,
       coalesce(canteen_name, '') AS canteen_name,
       station AS owner,
       term_name,
       found,
       coalesce(dates, '无') AS dates,
       end_date AS due,
       end_date AS fact_date,
       CASE WHEN start_date IS NULL OR end_date IS NULL THEN 'gap'
            WHEN found >= $min_per_term_urban THEN 'ok'
            WHEN end_date > as_of() THEN 'pending'
            WHEN found + unclear >= $min_per_term_urban THEN 'gap'
            ELSE 'violation' END AS verdict
FROM counted
JOIN food.canteen_register USING (_row)
UNION ALL
-- Neither town nor country: which of the two demands holds is not known.
SELECT _row, '区域类型', school_name, coalesce(canteen_name, ''), station, '（区域类型不明）', NULL, NULL, NULL, NULL, 'gap'
FROM canteen
WHERE district IS NULL
