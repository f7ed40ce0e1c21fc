SELECT _row, name, norm_name(name) AS person, branch, regexp_replace(replace(norm_name(branch), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS branch_name,
       date_trunc('month', greatest(party_date_from, coalesce(branch_in_date_from, party_date_from)))::DATE AS first_month,
       date_trunc('month', coalesce(branch_out_date_from, as_of()))::DATE AS last_month,
       regexp_matches(coalesce(note, ''), '失联|停止党籍|出国') AS lost
FROM party.members
