SELECT *,
       regexp_replace(replace(norm_name(held_by), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS name,
       norm_text(type) AS kind,
       concat_ws(' ', type, agenda, remarks) AS headed,
       -- A meeting early in the year may be the one of the year before, if it says so.
       CASE WHEN month(date) <= 3
             AND (regexp_matches(headed, '上(一)?年度')
                  OR contains(headed, CAST(year(date) - 1 AS VARCHAR) || '年'))
            THEN year(date) - 1
            ELSE year(date) END AS for_year
FROM (
  SELECT *, unnest(CASE WHEN branch IS NULL THEN [NULL] ELSE split_names(branch) END) AS held_by
  FROM party.meetings
)
