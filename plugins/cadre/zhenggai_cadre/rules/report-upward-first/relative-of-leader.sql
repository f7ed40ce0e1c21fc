WITH leaders AS (
  SELECT DISTINCT norm_name(name) AS leader
  FROM cadre.roster
  WHERE regexp_matches(norm_text(concat_ws(' ', post, unit)), '(^|[^分])局长|党组成员|党组书记|党组副书记|总工程师')
    AND NOT contains(norm_text(concat_ws(' ', post, unit)), '分局')
),
-- Declared by either side.
related AS (
  SELECT norm_name(name) AS leader, norm_name(relative) AS person, relation, name AS shown
  FROM cadre.relatives_register
  UNION ALL
  SELECT norm_name(relative), norm_name(name), relation, relative
  FROM cadre.relatives_register
),
promoted AS (
  SELECT *
  FROM cadre.selection_register
  WHERE (kind = '提拔') IS NOT FALSE
    AND in_period(decision_date) IS NOT FALSE
),
watched AS (
  SELECT promoted.*, related.shown AS leader, related.relation
  FROM promoted
  LEFT JOIN (related SEMI JOIN leaders ON leaders.leader = related.leader) AS related
    ON related.person = norm_name(promoted.name)
  QUALIFY row_number() OVER (PARTITION BY promoted._row ORDER BY related.shown, related.relation) = 1
)
SELECT _row,
       name,
       intended_post,
       decision_date,
       leader,
       relation,
       superior_reply_date,
       superior_reply_no,
       decision_date AS fact_date,
       CASE WHEN kind IS NULL OR decision_date IS NULL THEN 'gap'
            WHEN leader IS NULL THEN 'ok'
            WHEN superior_reply_date > decision_date THEN 'violation'
            WHEN superior_reply_date IS NULL OR superior_reply_no IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM watched
