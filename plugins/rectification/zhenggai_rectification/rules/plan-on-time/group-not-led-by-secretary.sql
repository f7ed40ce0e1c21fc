WITH led AS (
  SELECT document._row,
         document.title AS plan,
         coalesce(nullif(document.leader_group, ''), nullif(summary.leader, '')) AS leader
  FROM rectification.plan_document AS document
  JOIN rectification.plan_summary AS summary ON summary.document = document._row >> 32
),
secretary AS (
  SELECT list(norm_name(name)) FILTER (regexp_matches(post, '书记') AND NOT regexp_matches(post, '副书记|纪检')) AS names,
         list(norm_name(name)) FILTER (NOT regexp_matches(post, '书记') OR regexp_matches(post, '副书记|纪检')) AS others
  FROM rectification.leader_duties
)
SELECT led._row,
       led.plan,
       led.plan AS key,
       led.leader,
       CASE WHEN led.leader IS NULL THEN 'gap'
            WHEN regexp_matches(replace(led.leader, '副书记', ''), '书记') THEN 'ok'
            WHEN list_bool_or(list_transform(coalesce(secretary.names, []), lambda one: contains(norm_name(led.leader), one))) THEN 'ok'
            WHEN list_bool_or(list_transform(coalesce(secretary.others, []), lambda one: contains(norm_name(led.leader), one))) THEN 'violation'
            WHEN regexp_matches(led.leader, '副书记|局长|主任|成员') THEN 'violation'
            -- A bare name tells nothing without the list of members.
            ELSE 'gap' END AS verdict
FROM led
CROSS JOIN secretary
