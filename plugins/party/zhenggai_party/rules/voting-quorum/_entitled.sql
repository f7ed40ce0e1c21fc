-- Full members of the branch on the day; those whose dates leave it open make the range.
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
