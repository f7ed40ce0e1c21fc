SELECT _row, date, unit_name, regexp_replace(norm_name(unit_name), '市场监督管理|市场监管|食品药品监督管理', '', 'g') AS spelled,
       norm_name(unnest(CASE WHEN len(split_names(leader)) = 0 THEN [NULL] ELSE split_names(leader) END)) AS person
FROM (
  SELECT _row, date, leader, unnest(CASE WHEN len(split_names(unit)) = 0 THEN [NULL] ELSE split_names(unit) END) AS unit_name
  FROM party.research_visits
)
