WITH counted AS (
  SELECT linked.clue_row,
         linked.case_row,
         penal.filing_date,
         workdays_between(serious.day, penal.filing_date) AS taken,
         $file_workdays
           + CASE WHEN coalesce(serious.extension, penal.extension) IS NOT NULL
                    AND NOT regexp_matches(coalesce(serious.extension, penal.extension), '^(否|无|未)')
                  THEN $extend_workdays ELSE 0 END
           + coalesce(serious.excluded_days, 0) AS allowed
  FROM linked
  JOIN serious ON serious._row = linked.clue_row
  JOIN penal ON penal._row = linked.case_row
)
SELECT [clue_row, case_row] AS _rows,
       day,
       subject_name,
       filing_date,
       add_workdays(day, allowed) AS latest,
       taken - allowed AS late,
       station AS owner,
       day AS fact_date,
       CASE WHEN taken <= allowed THEN 'ok'
            WHEN taken IS NULL THEN 'gap'
            -- The days of testing do not count; how many they were is not recorded.
            WHEN excluded_days IS NULL AND regexp_matches(measures, '检验|检测|鉴定') THEN 'doubt'
            ELSE 'violation' END AS verdict
FROM counted
JOIN serious ON serious._row = counted.clue_row
WHERE (filing_date < day) IS NOT TRUE
