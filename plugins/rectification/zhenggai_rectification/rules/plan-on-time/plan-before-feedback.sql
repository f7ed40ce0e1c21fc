SELECT plans._row,
       plans.title AS plan,
       plans.title AS key,
       plans.made,
       first_letter.feedback,
       CASE WHEN plans.made IS NULL OR first_letter.feedback IS NULL THEN 'gap'
            ELSE judge(plans.made >= first_letter.feedback OR regexp_matches(plans.title, '预整改|未巡先改')) END AS verdict
FROM plans
CROSS JOIN (SELECT min(feedback) AS feedback FROM letters) AS first_letter
