SELECT _row,
       CAST(place AS VARCHAR) AS subject,
       name,
       line,
       form_date AS fact_date,
       -- Relation, name, employer; months of birth, ages and political status are neither.
       CASE WHEN len(parts) = 1 AND length(line) > 4 THEN 'gap'
            ELSE judge(len(list_filter(parts, lambda part: NOT regexp_full_match(part, '[0-9.年月岁-]+|中共党员|党员|群众|团员|共青团员|预备党员|民主党派'))) >= 3) END AS verdict
FROM member
