SELECT member._row, member.name, norm_name(member.name) AS person, member.branch, regexp_replace(replace(norm_name(member.branch), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS branch_name,
       half.label, half.first_day, half.last_day, half.ended
FROM party.members AS member
CROSS JOIN core.halves AS half
WHERE member.is_leader
  AND coalesce(branch_in_date_to, half.first_day) <= half.first_day
  AND coalesce(branch_out_date_from, half.last_day) >= half.last_day
