SELECT survey._row, survey.object, survey.date, ended.last_done, judge(survey.date >= ended.last_done) AS verdict
FROM rectification.survey AS survey
CROSS JOIN (SELECT max(completed_date) AS last_done FROM rectification.ledger WHERE status IN ('已完成', '已销号')) AS ended
