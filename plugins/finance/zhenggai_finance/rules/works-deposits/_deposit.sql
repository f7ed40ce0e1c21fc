SELECT *,
       norm_text(contract_no) AS number,
       CASE WHEN regexp_matches(deposit_kind, '质量保证|质保|保修') THEN 'retention'
            WHEN contains(deposit_kind, '履约') THEN 'bond'
            WHEN contains(deposit_kind, '投标') THEN 'bid'
            WHEN regexp_matches(deposit_kind, '农民工工资|工资保证') THEN 'wage'
            WHEN deposit_kind IS NOT NULL THEN 'other' END AS sort
FROM finance.contract_ledger
WHERE deposit_kind IS NOT NULL
   OR deposit_amount > 0
