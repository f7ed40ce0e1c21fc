SELECT *,
       coalesce(extended_to, CAST(try_strptime(regexp_replace(
         regexp_extract(norm_text(note), '延期至(20[0-9]{2}[年./-][0-9]{1,2}[月./-][0-9]{1,2})', 1), '[年月./]', '-', 'g'), '%Y-%m-%d') AS DATE)) AS asked_day,
       -- A deferral counts when a leader or the party group has agreed to it.
       extension_by IS NOT NULL OR coalesce(regexp_matches(note, '批准|同意|审定|党组会?研究'), FALSE) AS approved
FROM limits
