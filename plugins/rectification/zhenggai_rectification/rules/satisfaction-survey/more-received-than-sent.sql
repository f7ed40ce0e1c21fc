SELECT _row, object, sent, received, judge(received <= sent) AS verdict
FROM rectification.survey
