WITH talk AS (
  SELECT name, year(date) AS year_number, concat_ws(' ', names, host, recorder, agenda, content) AS said,
         names IS NULL AS nameless
  FROM meeting
  WHERE contains(kind, '谈心')
    AND date IS NOT NULL
),
member AS (
  SELECT _row, name AS person, branch, regexp_replace(replace(norm_name(branch), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS name, year.label, year.last_day, year(year.first_day) AS year_number
  FROM party.members
  CROSS JOIN core.years AS year
  -- Those who came or left within the year are not held to it.
  WHERE coalesce(branch_in_date_to, party_date_to, year.first_day) <= year.first_day
    AND coalesce(branch_out_date_from, year.last_day) >= year.last_day
    AND NOT regexp_matches(coalesce(note, ''), '失联|停止党籍')
),
spoken AS (
  SELECT member._row, member.label,
         count(*) FILTER (contains(talk.said, member.person)) AS talks,
         count(*) FILTER (talk.nameless) AS nameless
  FROM member
  LEFT JOIN talk ON talk.name = member.name AND talk.year_number = member.year_number
  GROUP BY member._row, member.label
)
SELECT member._row,
       member.label AS subject,
       member.branch,
       member.person AS name,
       member.label AS year,
       member.last_day AS due,
       least(member.last_day, as_of()) AS fact_date,
       CASE WHEN spoken.talks > 0 THEN 'ok'
            WHEN as_of() <= member.last_day THEN 'pending'
            WHEN member.person IS NULL OR member.name IS NULL OR spoken.nameless > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM member
JOIN spoken USING (_row, label)
