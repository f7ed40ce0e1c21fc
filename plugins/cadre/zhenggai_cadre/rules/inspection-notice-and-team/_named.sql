SELECT *,
       -- “组长：甲某；成员：乙某 丙某”: titles go, blanks part names as well, and “张 三” is one.
       list_filter(string_split_regex(regexp_replace(regexp_replace(coalesce(inspect_team, ''),
         '[（(][^）)]*[）)]', '', 'g'), '(考察组)?(副?组长|组员|成员|联络员)[：:]?', ' ', 'g'),
         '[、，,；;/\s\x{3000}]+'), lambda one: one <> '') AS words
FROM inspected
