WITH holder AS (
  SELECT norm_text(unit) AS unit, norm_text(post) AS post
  FROM cadre.key_posts
  WHERE until IS NULL
),
listed AS (
  SELECT _row, unit, post, grade, norm_text(unit) AS place, norm_text(post) AS job
  FROM party.integrity_risk
)
SELECT listed._row, any_value(listed.unit) AS unit, any_value(listed.post) AS post, any_value(grade) AS grade,
       CASE WHEN count(holder.post) > 0 THEN 'ok'
            WHEN any_value(grade) IS NULL OR any_value(job) IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM listed
LEFT JOIN holder ON (holder.unit = place OR place IS NULL OR starts_with(holder.unit, place) OR starts_with(place, holder.unit))
  AND (contains(holder.post, job) OR contains(job, holder.post))
-- Lower risks need no rotation.
WHERE grade IN ('高', '一级') OR grade IS NULL
GROUP BY listed._row
