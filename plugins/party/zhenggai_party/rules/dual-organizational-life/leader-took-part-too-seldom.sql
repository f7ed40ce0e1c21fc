WITH life AS (
  SELECT _row, date, regexp_replace(replace(norm_name(held_by), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS branch_name, nullif(trim(names), '') IS NULL AS nameless,
         names, nonvoting, absence, makeup
  FROM (SELECT *, unnest(split_names(branch)) AS held_by FROM party.meetings)
  WHERE regexp_matches(norm_text(type), '党员大会|支部大会|党小组|主题党日|组织生活会')
    AND date IS NOT NULL
    AND present IS DISTINCT FROM 0
),
taken AS (
  SELECT leader._row, leader.label,
         count(DISTINCT life.date) FILTER (
           (list_contains(list_transform(split_names(life.names), lambda one: norm_name(one)), leader.person)
             -- Attending without a vote is not taking part as a member.
             AND NOT regexp_matches(life.names, leader.name || '[（(]列席'))
           OR (contains(life.nonvoting, leader.name) AND regexp_matches(life.nonvoting, '普通党员身份|参加'))
           OR (contains(life.absence, leader.name) AND contains(life.makeup, leader.name))) AS times,
         count(DISTINCT life.date) FILTER (life.nameless) AS nameless,
         count(DISTINCT life.date) AS held
  FROM leader
  JOIN life ON life.branch_name = leader.branch_name AND life.date BETWEEN leader.first_day AND leader.last_day
  GROUP BY leader._row, leader.label
)
SELECT leader._row,
       leader.label AS subject,
       leader.name, leader.branch, leader.label AS half,
       coalesce(taken.times, 0) AS times,
       coalesce(taken.held, 0) AS held,
       leader.name AS owner,
       leader.last_day AS due,
       least(leader.last_day, as_of()) AS fact_date,
       CASE WHEN taken.times >= $min_half THEN 'ok'
            WHEN NOT leader.ended THEN 'pending'
            WHEN coalesce(taken.times, 0) + coalesce(taken.nameless, 0) >= $min_half OR taken.held IS NULL THEN 'gap'
            WHEN taken.times = 0 AND taken.nameless > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM leader
LEFT JOIN taken USING (_row, label)
-- Not one time is reported as such.
WHERE NOT coalesce(taken.times = 0 AND taken.nameless = 0 AND leader.ended, FALSE)
