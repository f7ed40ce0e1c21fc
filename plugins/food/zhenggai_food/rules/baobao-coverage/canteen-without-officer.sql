SELECT _row,
       school_name,
       coalesce(canteen_name, '') AS canteen_name,
       responsible_person,
       CASE WHEN named THEN '已填' WHEN responsible_person IS NULL THEN '为空'
            ELSE '只写“' || responsible_person || '”' END AS what,
       station AS owner,
       judge(named) AS verdict
FROM (
  SELECT *,
         len(list_filter(split_names(responsible_person),
                         lambda one: NOT regexp_matches(one, '(所|局|科|股|室|大队|中队|中心|党组)$'))) > 0 AS named
  FROM food.canteen_register
)
WHERE status IS NULL OR status = '正常'
