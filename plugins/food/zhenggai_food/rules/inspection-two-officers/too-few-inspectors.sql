WITH inspection AS (
  SELECT *,
         regexp_matches(inspectors, '等\s*\d*\s*[人名]|等$|全体|若干') AS more_unnamed,
         list_filter(
           flatten(list_transform(
             string_split_regex(replace(coalesce(inspectors, ''), '　', ' '), '[、，,；;/\n]+'),
             -- “张 三” is one name; any other blank parts two.
             lambda part: CASE WHEN regexp_full_match(trim(part), '\p{Han}\s+\p{Han}') THEN [regexp_replace(part, '\s+', '', 'g')]
                               ELSE string_split_regex(trim(part), '\s+') END)),
           lambda one: regexp_matches(one, '\p{Han}') AND NOT contains(one, '全体')) AS written
  FROM food.inspection_ledger
  WHERE in_period(inspect_date) IS NOT FALSE
    AND norm_text(inspectors) <> ''
),
person AS (
  SELECT DISTINCT _row,
         inspect_date,
         norm_name(station) AS station,
         regexp_replace(one, '[（(][^）)]*[）)]|等\d*[人名]?$|[0-9A-Za-z-]+', '', 'g') AS name,
         regexp_extract(one, '[（(]([^）)]*)[）)]', 1) AS remark
  FROM (SELECT *, unnest(written) AS one FROM inspection)
),
-- Where two units have a person of one name, the station of the ledger tells which is meant.
served AS (
  SELECT person._row,
         person.name,
         coalesce(norm_name(roster.unit), '') AS unit,
         coalesce(norm_name(roster.unit) = person.station, FALSE) AS own_station,
         bool_or(NOT coalesce(list_contains($not_counted, roster.identity), FALSE)
                 AND (person.inspect_date >= roster.valid_from) IS NOT FALSE
                 AND (person.inspect_date <= roster.valid_to) IS NOT FALSE) AS counts,
         bool_and(coalesce(list_contains($not_counted, roster.identity), FALSE)) AS assistant
  FROM person
  JOIN food.staff_roster AS roster ON norm_text(roster.name) = person.name
  GROUP BY ALL
),
known AS (
  SELECT _row, name, bool_and(counts) AS surely, bool_or(counts) AS maybe, bool_and(assistant) AS assistant
  FROM (FROM served
        QUALIFY own_station OR NOT bool_or(own_station) OVER (PARTITION BY _row, name))
  GROUP BY _row, name
),
judged AS (
  SELECT person._row,
         count(DISTINCT person.name) FILTER (
           CASE WHEN rosters = 0 THEN NOT list_bool_or(list_transform(list_append($not_counted, '专家'), lambda word: contains(remark, word)))
                ELSE coalesce(known.surely, FALSE) END) AS counted,
         count(DISTINCT person.name) FILTER (
           CASE WHEN rosters = 0 THEN NOT list_bool_or(list_transform(list_append($not_counted, '专家'), lambda word: contains(remark, word)))
                ELSE coalesce(known.maybe, FALSE) END) AS possible,
         string_agg(DISTINCT person.name || CASE WHEN known.name IS NULL THEN '不在名册'
                                                 WHEN known.assistant THEN '不是检查人员'
                                                 ELSE '检查日不在任职期' END, '、')
           FILTER (rosters > 0 AND known.maybe IS NOT TRUE) AS reasons,
         any_value(rosters) AS rosters
  FROM person
  LEFT JOIN known USING (_row, name)
  CROSS JOIN (SELECT count(*) AS rosters FROM food.staff_roster)
  GROUP BY person._row
)
SELECT inspection._row,
       inspect_date,
       subject_name,
       inspectors,
       coalesce(counted, 0) AS counted,
       CASE WHEN rosters = 0 THEN '（没有人员名册，身份未核）'
            WHEN reasons IS NOT NULL THEN '（' || reasons || '）'
            ELSE '' END AS why,
       station AS owner,
       inspect_date AS fact_date,
       CASE WHEN counted >= $min_inspectors THEN 'ok'
            WHEN more_unnamed OR possible >= $min_inspectors THEN 'gap'
            ELSE 'violation' END AS verdict
FROM inspection
LEFT JOIN judged USING (_row)
