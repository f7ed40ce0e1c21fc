SELECT _row, path, date, created, bytes, sha256,
       regexp_replace(norm_text(regexp_extract(replace(path, chr(92), '/'), '[^/]+$')), '[.][A-Za-z0-9]+$', '') AS name,
       unnest(CASE WHEN problem_id IS NULL THEN [NULL::VARCHAR] ELSE split_names(problem_id) END) AS number
FROM rectification.evidence_files
