SELECT posts.*, norm_name(name) AS person,
       -- Civil servants only; of namesakes of two kinds, or one not on the roster, it is not known.
       CASE WHEN every_one AND unknown = 0 THEN TRUE
            WHEN NOT some_one AND unknown = 0 THEN FALSE END AS bound,
       coalesce(cleared AND "end" IS NULL, FALSE) AS left_undated,
       regexp_matches(norm_text(org), '(公司|厂|店|合作社|集团|企业)(\([^)]*\))?$|\(个体[^)]*\)$')
         AND NOT coalesce(contains(kind, '委派'), FALSE) AS enterprise
FROM cadre.outside_posts AS posts
LEFT JOIN staff ON staff.person = norm_name(posts.name)
WHERE (last_day("end") >= period_start()) IS NOT FALSE
  AND (start <= period_end()) IS NOT FALSE
