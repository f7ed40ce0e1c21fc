SELECT *,
       norm_text(area) AS place,
       list_transform(regexp_extract_all(coalesce(season, ''), '([0-9]{1,2})', 1), lambda one: CAST(one AS INTEGER)) AS marks
FROM finance.travel_standard
