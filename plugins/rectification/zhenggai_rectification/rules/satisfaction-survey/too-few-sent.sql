SELECT _row, object, sent, judge(sent >= $min_sent) AS verdict
FROM rectification.survey
