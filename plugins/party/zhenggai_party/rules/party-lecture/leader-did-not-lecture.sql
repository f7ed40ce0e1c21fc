WITH lecture AS (
  SELECT _row, branch, date, lecturer,
         lecturer IS NULL AND NOT regexp_matches(concat_ws(' ', agenda, content), '观看|影片|视频|专题片') AS nameless
  FROM party.meetings
  WHERE contains(norm_text(type), '党课')
    AND present IS DISTINCT FROM 0
),
given AS (
  SELECT _row, date, norm_name(unnest(split_names(lecturer))) AS person
  FROM lecture
  WHERE date IS NOT NULL
),
lecturer AS (
  SELECT _row, name, norm_name(name) AS person, '班子成员' AS duty
  FROM party.members
  WHERE $leaders_lecture
    AND is_leader IS NOT FALSE
    AND (is_leader OR _row IN (SELECT _row FROM core.unread WHERE field = 'is_leader'))
    -- The secretary is reported as such.
    AND NOT coalesce(regexp_matches(norm_text(post), '党组书记'), FALSE)
),
held AS (
  SELECT person, year.label, count(DISTINCT given._row) AS lectures
  FROM given
  JOIN core.years AS year ON date BETWEEN year.first_day AND year.last_day
  GROUP BY person, year.label
),
unsure AS (
  SELECT year.label, count(*) AS lectures
  FROM lecture
  JOIN core.years AS year ON lecture.date IS NULL OR lecture.date BETWEEN year.first_day AND year.last_day
  WHERE nameless OR lecture.date IS NULL
  GROUP BY year.label
)
SELECT lecturer._row,
       concat_ws('|', year.label, lecturer.duty, lecturer.name) AS key,
       year.label AS year,
       lecturer.name AS name,
       lecturer.duty AS duty,
       coalesce(held.lectures, 0) AS times,
       lecturer.name AS owner,
       year.last_day AS due,
       least(year.last_day, as_of()) AS fact_date,
       CASE WHEN lecturer.person IS NULL OR (SELECT bool_or(is_leader IS NULL) FROM party.members WHERE _row = lecturer._row) THEN 'gap'
            WHEN times >= 1 THEN 'ok'
            WHEN NOT year.ended OR year.last_day = as_of() THEN 'pending'
            WHEN times + coalesce(unsure.lectures, 0) >= 1 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM lecturer
CROSS JOIN core.years AS year
LEFT JOIN held ON held.person = lecturer.person AND held.label = year.label
LEFT JOIN unsure ON unsure.label = year.label
