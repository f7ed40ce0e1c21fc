SELECT DISTINCT quota_row, norm_name(unnest(split_names(exempt))) AS person
FROM quota
