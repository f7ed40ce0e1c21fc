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
