WITH joined AS (
  SELECT *, norm_name(org) AS association
  FROM held
  WHERE bound IS NOT FALSE
    AND (regexp_matches(kind, '社团|社会团体') OR regexp_matches(norm_text(org), '(协会|学会|商会|联合会|促进会|研究会|联谊会)(\([^)]*\))?$'))
),
-- The months in which a count can have risen, and the present one.
moments AS (
  SELECT person, start AS moment
  FROM joined
  WHERE start <= as_of()
  UNION
  SELECT person, CAST(date_trunc('month', as_of()) AS DATE)
  FROM joined
),
counted AS (
  SELECT joined.person, moment,
         count(DISTINCT association) FILTER (
           bound AND NOT left_undated
           AND (start <= moment OR (start IS NULL AND "end" IS NULL AND moment = date_trunc('month', as_of())))
           AND ("end" IS NULL OR "end" > moment)) AS certain,
         count(DISTINCT association) FILTER ((start <= moment) IS NOT FALSE AND ("end" >= moment) IS NOT FALSE) AS possible
  FROM joined
  JOIN moments ON moments.person = joined.person
  GROUP BY joined.person, moment
),
most AS (
  SELECT person, max(certain) AS certain, max(possible) AS possible
  FROM counted
  GROUP BY person
)
SELECT list(joined._row ORDER BY joined._row) AS _rows,
       joined.person AS key,
       any_value(name) AS name,
       string_agg(DISTINCT org, '、' ORDER BY org) AS orgs,
       any_value(possible) AS held_at_once,
       CASE WHEN any_value(certain) > $max_posts THEN 'violation'
            WHEN any_value(possible) > $max_posts THEN 'gap'
            ELSE 'ok' END AS verdict
FROM joined
JOIN most ON most.person = joined.person
GROUP BY joined.person
