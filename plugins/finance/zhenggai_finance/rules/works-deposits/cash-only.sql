WITH deposit AS (
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
)
SELECT _row,
       contract_no,
       title,
       deposit_form,
       coalesce(remarks, '') AS remarks,
       deposit_amount AS amount,
       sign_date AS fact_date,
       CASE WHEN regexp_matches(remarks, '拒收保函|不收保函|不接受保函|只收现金|仅收现金|限现金|只收转账|仅限转账|限定现金') THEN 'violation'
            WHEN deposit_form IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM deposit
WHERE deposit_amount > 0
