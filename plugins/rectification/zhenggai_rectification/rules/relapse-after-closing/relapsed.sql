WITH problems AS (
  -- A problem of several rows is closed when the last of them is.
  SELECT min(_row) AS _row,
         norm_text("no") AS number,
         any_value("no") AS "no",
         finding,
         any_value(unit) AS unit,
         any_value(leader) AS leader,
         max(coalesce(closed_date, completed_date)) AS closed_on,
         bool_and(status IN ('已完成', '已销号', '长期坚持')) AS closed,
         bool_or(coalesce(contains(note, '再整改'), FALSE)) AS reopened
  FROM rectification.ledger
  WHERE trim(finding) <> ''
  GROUP BY norm_text("no"), finding
),
kinds AS (
  SELECT DISTINCT kind FROM rectification.relapse_sources WHERE trim(kind) <> ''
),
given AS (
  SELECT split_part(one, '=', 1) AS phrase, split_part(one, '=', 2) AS kind
  FROM (SELECT unnest($bindings) AS one) AS listed
),
bound AS (
  SELECT DISTINCT problems._row, kinds.kind
  FROM problems
  JOIN kinds ON contains(norm_text(problems.finding), norm_text(kinds.kind)) OR contains(norm_text(kinds.kind), norm_text(problems.finding))
  UNION
  SELECT problems._row, given.kind
  FROM problems
  JOIN given ON regexp_matches(problems.finding, given.phrase)
),
later AS (
  SELECT problems.*,
         relapse._row AS relapse_row,
         relapse.kind,
         relapse.source,
         relapse.date AS found_on,
         coalesce(relapse.occurred, relapse.date) AS fact_day,
         relapse.detail
  FROM problems
  JOIN bound ON bound._row = problems._row
  JOIN rectification.relapse_sources AS relapse ON relapse.kind = bound.kind
  WHERE problems.closed
    AND NOT problems.reopened
    AND (relapse.unit IS NULL OR problems.unit IS NULL
         OR list_bool_or(list_transform(split_names(problems.unit), lambda one: name_fits(one, relapse.unit))))
)
SELECT [_row, relapse_row] AS _rows,
       concat_ws('|', "no", finding, kind, fact_day, detail) AS key,
       "no", finding, leader AS owner, closed_on, kind, source, found_on, fact_day, coalesce(detail, '') AS detail,
       fact_day AS fact_date,
       -- What happened before the closing and was found later is an old debt, not a relapse.
       judge(fact_day <= closed_on) AS verdict
FROM later
UNION ALL
SELECT [problems._row] AS _rows,
       concat_ws('|', problems."no", problems.finding) AS key,
       problems."no", problems.finding, problems.leader AS owner, problems.closed_on, '' AS kind, '' AS source,
       NULL AS found_on, NULL AS fact_day, '' AS detail, NULL AS fact_date,
       'ok' AS verdict
FROM problems
ANTI JOIN later ON later._row = problems._row
WHERE problems.closed
