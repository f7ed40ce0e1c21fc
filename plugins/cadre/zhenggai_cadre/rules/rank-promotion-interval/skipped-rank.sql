WITH ladder AS (
  SELECT '综合管理类' AS sequence, unnest(ranks) AS rank, generate_subscripts(ranks, 1) AS step
  FROM (SELECT ['二级科员', '一级科员', '四级主任科员', '三级主任科员', '二级主任科员', '一级主任科员',
                '四级调研员', '三级调研员', '二级调研员', '一级调研员'] AS ranks)
  UNION ALL
  SELECT '行政执法类', unnest(ranks), generate_subscripts(ranks, 1)
  FROM (SELECT ['二级行政执法员', '一级行政执法员', '四级主办', '三级主办', '二级主办', '一级主办',
                '四级高级主办', '三级高级主办', '二级高级主办', '一级高级主办'] AS ranks)
),
risen AS (
  SELECT promotion.*, norm_name(name) AS person,
         below.step AS from_step, above.step AS to_step,
         coalesce(below.sequence, above.sequence) AS ladder
  FROM cadre.rank_register AS promotion
  LEFT JOIN ladder AS below ON below.rank = norm_text(from_rank)
  LEFT JOIN ladder AS above ON above.rank = norm_text(to_rank)
  WHERE in_period(approve_date) IS NOT FALSE
    AND list_contains(CAST($sequences AS VARCHAR[]), coalesce(below.sequence, above.sequence, promotion.sequence, $sequences[1]))
)
SELECT _row, name, from_rank, to_rank, upper_step.rank AS next_rank,
       approve_date AS fact_date,
       judge(to_step = from_step + 1) AS verdict
FROM risen
LEFT JOIN ladder AS upper_step ON upper_step.sequence = risen.ladder AND upper_step.step = from_step + 1
