WITH risk_post AS (
  SELECT regexp_replace(norm_name(unit), '市场监督管理|市场监管|食品药品监督管理', '', 'g') AS spelled, norm_name(post) AS post_name, min(_row) AS risk_row, any_value(unit) AS unit, any_value(post) AS post
  FROM party.integrity_risk
  WHERE post IS NOT NULL
  GROUP BY ALL
),
key_post AS (
  SELECT regexp_replace(norm_name(unit), '市场监督管理|市场监管|食品药品监督管理', '', 'g') AS spelled, norm_name(post) AS post_name, min(_row) AS key_row, any_value(unit) AS unit, any_value(post) AS post
  FROM cadre.key_posts
  WHERE post IS NOT NULL
    AND (until IS NULL OR until > as_of())
  GROUP BY ALL
)
SELECT list_filter([risk_row, key_row], lambda one: one IS NOT NULL) AS _rows,
       concat_ws('|', coalesce(risk_post.unit, key_post.unit), coalesce(risk_post.post, key_post.post)) AS key,
       coalesce(risk_post.unit, key_post.unit) AS unit,
       coalesce(risk_post.post, key_post.post) AS post,
       CASE WHEN key_row IS NULL THEN '在风险点清单中，不在关键岗位台账中' ELSE '在关键岗位台账中，不在风险点清单中' END AS where_missing,
       CASE WHEN risk_row IS NOT NULL AND key_row IS NOT NULL THEN 'ok'
            WHEN spelled IS NULL
              OR (key_row IS NULL AND EXISTS (SELECT 1 FROM cadre.key_posts WHERE post IS NULL))
              OR (risk_row IS NULL AND EXISTS (SELECT 1 FROM party.integrity_risk WHERE post IS NULL)) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM risk_post
FULL JOIN key_post USING (spelled, post_name)
