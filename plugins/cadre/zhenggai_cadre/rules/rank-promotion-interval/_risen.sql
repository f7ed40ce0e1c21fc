SELECT promotion.*, norm_name(name) AS person,
       below.step AS from_step, above.step AS to_step,
       coalesce(below.sequence, above.sequence) AS ladder
FROM cadre.rank_register AS promotion
LEFT JOIN ladder AS below ON below.rank = norm_text(from_rank)
LEFT JOIN ladder AS above ON above.rank = norm_text(to_rank)
WHERE in_period(approve_date) IS NOT FALSE
  AND list_contains(CAST($sequences AS VARCHAR[]), coalesce(below.sequence, above.sequence, promotion.sequence, $sequences[1]))
