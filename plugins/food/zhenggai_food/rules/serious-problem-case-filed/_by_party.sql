SELECT serious._row AS clue_row, arg_min(penal._row, penal.filing_date) AS case_row
FROM serious
JOIN (SELECT _row, name AS business FROM party WHERE name IS NOT NULL
      UNION
      SELECT penal._row, same.name FROM penal JOIN serious AS same USING (code)) AS called
  ON called.business = serious.name
JOIN penal ON penal._row = called._row
WHERE serious.number IS NULL
  AND workdays_between(serious.day, penal.filing_date) BETWEEN 0 AND 60
  AND penal.filing_date >= serious.day
GROUP BY serious._row
