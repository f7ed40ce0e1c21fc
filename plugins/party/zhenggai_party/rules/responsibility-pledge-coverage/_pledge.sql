SELECT _row,
       "year",
       date,
       unit,
       regexp_replace(norm_name(unit), '市场监督管理|市场监管|食品药品监督管理', '', 'g') AS spelled,
       norm_name(unnest(CASE WHEN len(split_names(signer)) = 0 THEN [NULL] ELSE split_names(signer) END)) AS person
FROM party.pledges
