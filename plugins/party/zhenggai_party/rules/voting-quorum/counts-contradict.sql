WITH roster AS (
  SELECT regexp_replace(replace(norm_name(branch), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS name,
         status,
         coalesce(note, '') AS note,
         full_date_from, full_date_to,
         branch_in_date_from, branch_in_date_to,
         branch_out_date_from, branch_out_date_to
  FROM party.members
),
vote AS (
  SELECT _row, branch, date, type, agenda, host, "due" AS expected, present, vote_base, vote_present, votes_for, resolution,
         regexp_replace(replace(norm_name(split_names(branch)[1]), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS name
  FROM party.meetings
  WHERE in_period(date) IS NOT FALSE
    AND regexp_matches(norm_text(type), '党员大会|支部大会')
    AND regexp_matches(concat_ws(' ', agenda, resolution), '表决|通过|接收|转正|选举|处分|评定')
),
-- Full members of the branch on the day; those whose dates leave it open make the range.
entitled AS (
  SELECT vote._row,
         count(*) FILTER (status = '正式党员'
           AND coalesce(full_date_to, date) <= date
           AND coalesce(branch_in_date_to, date) <= date
           AND coalesce(branch_out_date_from, date) >= date) AS least_base,
         count(*) FILTER (status IS DISTINCT FROM '预备党员'
           AND coalesce(full_date_from, date) <= date
           AND coalesce(branch_in_date_from, date) <= date
           AND coalesce(branch_out_date_to, date) >= date) AS most_base
  FROM vote
  JOIN roster ON roster.name = vote.name
  WHERE NOT regexp_matches(roster.note, '不计入|留党察看')
  GROUP BY vote._row
),
base AS (
  SELECT vote.*,
         coalesce(vote_base, least_base) AS base_from,
         coalesce(vote_base, most_base) AS base
  FROM vote
  LEFT JOIN entitled USING (_row)
)
SELECT _row, branch, date, expected, present, vote_present, votes_for, host AS owner, date AS fact_date,
       CASE WHEN votes_for > vote_present OR votes_for > present OR vote_present > present OR present > expected OR vote_present > vote_base THEN 'violation'
            WHEN votes_for IS NULL OR present IS NULL OR expected IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM base
