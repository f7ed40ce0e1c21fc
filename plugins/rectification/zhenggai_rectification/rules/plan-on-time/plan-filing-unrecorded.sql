SELECT _row,
       title AS plan,
       title AS key,
       judge(sent_date IS NOT NULL) AS verdict
FROM rectification.plan_document
