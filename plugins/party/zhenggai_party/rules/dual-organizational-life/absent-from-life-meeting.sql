WITH life AS (
  SELECT *, regexp_replace(replace(norm_name(held_by), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS branch_name
  FROM (SELECT *, unnest(split_names(branch)) AS held_by FROM party.meetings)
  WHERE contains(norm_text(type), '组织生活会')
    AND in_period(date)
)
SELECT life._row, member.name AS subject, member.name, life.held_by AS branch, life.date,
       member.name AS owner, life.date AS fact_date,
       CASE WHEN list_contains(list_transform(split_names(life.names), lambda one: norm_name(one)), norm_name(member.name))
             AND NOT regexp_matches(life.names, member.name || '[（(]列席') THEN 'ok'
            WHEN contains(life.nonvoting, member.name) AND regexp_matches(life.nonvoting, '普通党员身份|参加') THEN 'ok'
            WHEN contains(life.absence, member.name) AND contains(life.makeup, member.name) THEN 'ok'
            WHEN nullif(trim(life.names), '') IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM life
JOIN party.members AS member ON regexp_replace(replace(norm_name(member.branch), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') = life.branch_name
WHERE member.is_leader
  AND coalesce(member.branch_in_date_to, life.date) <= life.date
  AND coalesce(member.branch_out_date_from, life.date) >= life.date
