SELECT regexp_replace(replace(norm_name(branch), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS name,
       status,
       coalesce(note, '') AS note,
       full_date_from, full_date_to,
       branch_in_date_from, branch_in_date_to,
       branch_out_date_from, branch_out_date_to
FROM party.members
