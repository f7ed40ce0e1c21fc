SELECT paper.*,
       unnest(CASE WHEN len(split_names(cell)) > 0 THEN split_names(cell) ELSE [''] END) AS number
FROM paper
