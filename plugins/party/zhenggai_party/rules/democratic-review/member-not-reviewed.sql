WITH sheet AS (
  SELECT regexp_replace(replace(norm_name(branch), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS branch_name, "year" AS year_number,
         max(review_date) AS review_day
  FROM party.review_results
  GROUP BY ALL
),
result AS (
  SELECT regexp_replace(replace(norm_name(branch), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS branch_name, "year" AS year_number, norm_name(name) AS person, _row,
         grade IS NOT NULL OR nullif(trim(exempted), '') IS NOT NULL AS settled
  FROM party.review_results
),
member AS (
  SELECT members._row, members.name, members.branch, norm_name(members.name) AS person,
         regexp_replace(replace(norm_name(members.branch), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS branch_name,
         members.status, year.label, year(year.first_day) AS year_number, year.last_day,
         coalesce(sheet.review_day, year.last_day) AS day,
         sheet.branch_name IS NOT NULL AS has_sheet,
         status = '正式党员'
           AND coalesce(full_date_to, day) <= day
           AND coalesce(branch_in_date_to, day) <= day
           AND coalesce(branch_out_date_from, day) >= day AS surely,
         status IS DISTINCT FROM '预备党员'
           AND coalesce(full_date_from, day) <= day
           AND coalesce(branch_in_date_from, day) <= day
           AND coalesce(branch_out_date_to, day) >= day AS perhaps
  FROM party.members AS members
  CROSS JOIN core.years AS year
  LEFT JOIN sheet ON sheet.branch_name = regexp_replace(replace(norm_name(members.branch), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AND sheet.year_number = year(year.first_day)
)
SELECT list_filter([member._row, result._row], lambda one: one IS NOT NULL) AS _rows,
       concat_ws('|', member.label, member.branch, member.name) AS key,
       member.branch, member.name, member.label AS year,
       least(member.last_day, as_of()) AS fact_date, member.last_day AS due,
       CASE WHEN result.settled THEN 'ok'
            WHEN NOT member.has_sheet AND as_of() <= member.last_day THEN 'pending'
            -- Without the sheet of the branch nothing can be said of its members.
            WHEN NOT member.has_sheet OR result._row IS NOT NULL OR NOT coalesce(member.surely, FALSE) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM member
LEFT JOIN result
  ON result.branch_name = member.branch_name
 AND result.year_number = member.year_number
 AND result.person = member.person
WHERE member.perhaps
