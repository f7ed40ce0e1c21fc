SELECT _row,
       rest.day AS day,
       coalesce(what, '') AS what,
       amount,
       coalesce(party, '') AS party,
       rest.day AS fact_date,
       CASE WHEN rest.day IS NULL OR is_workday IS NULL OR amount IS NULL THEN 'gap'
            WHEN NOT is_workday AND holiday AND amount > $holiday_amount THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM rest
WHERE population >= $min_rows
  AND len(list_filter($holiday_words, lambda one: contains(what, one))) > 0
