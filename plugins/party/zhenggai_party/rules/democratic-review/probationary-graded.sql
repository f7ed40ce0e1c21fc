SELECT result._row, result.branch, result.name, result."year" AS year, result.grade,
       least(coalesce(result.review_date, make_date(result."year", 12, 31)), as_of()) AS fact_date,
       CASE WHEN member._row IS NULL OR result.grade IS NULL THEN 'gap'
            WHEN member.status = '预备党员' THEN 'violation'
            WHEN member.full_date_from > coalesce(result.review_date, make_date(result."year", 12, 31)) THEN 'violation'
            WHEN member.status IS NULL
              OR member.full_date_to > coalesce(result.review_date, make_date(result."year", 12, 31)) THEN 'gap'
            ELSE 'ok' END AS verdict
FROM party.review_results AS result
LEFT JOIN party.members AS member
  ON norm_name(member.name) = norm_name(result.name)
 AND regexp_replace(replace(norm_name(member.branch), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') = regexp_replace(replace(norm_name(result.branch), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g')
WHERE result."year" IN (SELECT year(first_day) FROM core.years)
  AND result.grade IS DISTINCT FROM '不评定等次'
  AND (result.grade IS NOT NULL OR nullif(trim(result.exempted), '') IS NULL)
