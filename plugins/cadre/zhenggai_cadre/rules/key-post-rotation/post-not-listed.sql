WITH listed AS (
  SELECT norm_text(unit) AS unit, norm_text(post) AS post
  FROM party.integrity_risk
),
holder AS (
  SELECT *, norm_text(unit) AS place, norm_text(post) AS job
  FROM cadre.key_posts
  WHERE until IS NULL
)
SELECT holder._row, any_value(holder.unit) AS unit, any_value(holder.post) AS post, any_value(name) AS name,
       CASE WHEN count(listed.post) > 0 THEN 'ok'
            WHEN any_value(job) IS NULL OR any_value(place) IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM holder
LEFT JOIN listed ON (listed.unit = place OR listed.unit IS NULL OR starts_with(listed.unit, place) OR starts_with(place, listed.unit))
  AND (contains(listed.post, job) OR contains(job, listed.post))
GROUP BY holder._row
