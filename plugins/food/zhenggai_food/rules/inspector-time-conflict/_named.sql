SELECT *, unnest(list_filter(
         flatten(list_transform(
           string_split_regex(replace(coalesce(inspectors, ''), '　', ' '), '[、，,；;/\n]+'),
           -- “张 三” is one name; any other blank parts two.
           lambda part: CASE WHEN regexp_full_match(trim(part), '\p{Han}\s+\p{Han}') THEN [regexp_replace(part, '\s+', '', 'g')]
                             ELSE string_split_regex(trim(part), '\s+') END)),
         lambda one: regexp_matches(one, '\p{Han}') AND NOT contains(one, '全体'))) AS written
FROM paper
