SELECT meeting._row, meeting.branch, meeting.date, meeting.present,
       coalesce(branch.committee_size, meeting."due") AS size,
       meeting.host AS owner, meeting.date AS fact_date,
       judge(2 * meeting.present > size) AS verdict
FROM party.meetings AS meeting
LEFT JOIN party.branches AS branch ON regexp_replace(replace(norm_name(branch.branch), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') = regexp_replace(replace(norm_name(split_names(meeting.branch)[1]), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g')
WHERE in_period(meeting.date) IS NOT FALSE
  AND regexp_matches(norm_text(meeting.type), '支部委员会|支委')
