SELECT _row, branch, date, type, agenda, host, "due" AS expected, present, vote_base, vote_present, votes_for, resolution,
       regexp_replace(replace(norm_name(split_names(branch)[1]), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS name
FROM party.meetings
WHERE in_period(date) IS NOT FALSE
  AND regexp_matches(norm_text(type), '党员大会|支部大会')
  AND regexp_matches(concat_ws(' ', agenda, resolution), '表决|通过|接收|转正|选举|处分|评定')
