WITH files AS (
  SELECT _row, path, lower(sha256) AS sha256, unnest(CASE WHEN problem_id IS NULL THEN [NULL] ELSE split_names(problem_id) END) AS number
  FROM rectification.evidence_files
)
SELECT list(DISTINCT _row ORDER BY _row) AS _rows,
       coalesce(sha256, any_value(path)) AS key,
       string_agg(DISTINCT path, '、' ORDER BY path) AS paths,
       count(DISTINCT norm_text(number)) AS times,
       CASE WHEN sha256 IS NULL THEN 'gap'
            -- One path named for several problems is a matter of closing, not of copying.
            ELSE judge(count(DISTINCT norm_text(number)) < 3 OR count(DISTINCT path) = 1) END AS verdict
FROM files
GROUP BY sha256, CASE WHEN sha256 IS NULL THEN _row END
