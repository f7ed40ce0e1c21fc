SELECT _row,
       "no",
       finding,
       leader,
       unit,
       judge(NOT list_has_any(split_names(leader), $vague_leaders)
             AND NOT list_has_any(split_names(unit), $vague_units)
             AND NOT regexp_matches(coalesce(leader, ''), '^(全体|各|有关|相关)')
             AND NOT regexp_matches(coalesce(unit, ''), '^(各|有关|相关|全体|全局)')) AS verdict
FROM rectification.ledger
WHERE leader IS NOT NULL
   OR unit IS NOT NULL
