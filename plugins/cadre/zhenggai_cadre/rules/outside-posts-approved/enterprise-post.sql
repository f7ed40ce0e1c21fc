WITH staff AS (
  SELECT norm_name(name) AS person,
         bool_and(staff_type IN ('行政', '参公')) AS every_one,
         bool_or(staff_type IN ('行政', '参公')) AS some_one,
         count(*) FILTER (staff_type IS NULL) AS unknown
  FROM cadre.roster
  GROUP BY 1
),
held AS (
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
)
SELECT held._row,
       name,
       org,
       post,
       coalesce(kind, '未填') AS kind,
       start AS fact_date,
       CASE WHEN NOT enterprise THEN 'ok'
            WHEN enterprise AND bound AND NOT left_undated THEN 'violation'
            ELSE 'gap' END AS verdict
FROM held
WHERE bound IS NOT FALSE
