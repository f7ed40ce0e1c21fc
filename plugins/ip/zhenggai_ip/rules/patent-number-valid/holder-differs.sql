WITH registered AS (
  SELECT base,
         list_distinct(flatten(list(list_transform(split_names(holder), lambda one: norm_name(one))))) AS holders,
         string_agg(DISTINCT holder, '、' ORDER BY holder) AS shown
  FROM number
  WHERE paper = 'register'
    AND size IS NOT NULL
    AND holder IS NOT NULL
  GROUP BY base
)
SELECT number._row,
       number.number,
       number.number AS subject,
       coalesce(number.holder, applicant) AS holder,
       coalesce(registered.shown, '（清单没有此号）') AS registered,
       CASE WHEN registered.base IS NULL THEN 'doubt'
            WHEN list_has_any(registered.holders, list_transform(split_names(coalesce(number.holder, applicant)), lambda one: norm_name(one))) THEN 'ok'
            -- The applicant need not be the holder: without the holder's name nothing is shown.
            WHEN number.holder IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM number
JOIN ip.subsidy_applications AS application ON application._row = number._row
LEFT JOIN registered USING (base)
WHERE number.paper = 'subsidy'
  AND number.size IS NOT NULL
