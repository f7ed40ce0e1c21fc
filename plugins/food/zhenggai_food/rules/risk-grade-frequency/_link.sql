SELECT subject_row,
       entry_row,
       count(DISTINCT coalesce(code, CAST(subject_row AS VARCHAR))) OVER (PARTITION BY entry_row) = 1 AS sure
FROM (FROM named UNION FROM opened)
