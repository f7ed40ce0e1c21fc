SELECT _row, object, received,
       satisfied + coalesce(fair, 0) + unsatisfied + coalesce(abstain, 0) AS added,
       judge(added = received) AS verdict
FROM rectification.survey
