SELECT '综合管理类' AS sequence, unnest(ranks) AS rank, generate_subscripts(ranks, 1) AS step
FROM (SELECT ['二级科员', '一级科员', '四级主任科员', '三级主任科员', '二级主任科员', '一级主任科员',
              '四级调研员', '三级调研员', '二级调研员', '一级调研员'] AS ranks)
UNION ALL
SELECT '行政执法类', unnest(ranks), generate_subscripts(ranks, 1)
FROM (SELECT ['二级行政执法员', '一级行政执法员', '四级主办', '三级主办', '二级主办', '一级主办',
              '四级高级主办', '三级高级主办', '二级高级主办', '一级高级主办'] AS ranks)
