SELECT list_filter([offence._row, min(topic._row) FILTER (contains(topic.said, norm_text(offence.party_name)) OR contains(topic.said, norm_text(offence.case_no)))], lambda one: one IS NOT NULL) AS _rows,
       any_value(offence.decision_date) AS day, any_value(offence.party_name) AS party, any_value(offence.case_no) AS case_no,
       any_value(offence.handling_unit) AS owner, any_value(offence.decision_date) AS fact_date,
       CASE WHEN coalesce(bool_or(contains(topic.said, norm_text(offence.party_name)) OR contains(topic.said, norm_text(offence.case_no))), FALSE) THEN 'ok'
            WHEN any_value(offence.is_major) IS NULL
              OR count(topic._row) FILTER (topic.category = '行政处罚' AND NOT contains(topic.said, '公司')) > 0
              OR EXISTS (SELECT 1 FROM unsure WHERE unsure.from_day <= any_value(offence.decision_date) AND unsure.to_day >= any_value(offence.decision_date) - $lookback) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM enforcement.case_ledger AS offence
LEFT JOIN topic ON topic.date BETWEEN offence.decision_date - $lookback AND offence.decision_date
WHERE in_period(offence.decision_date)
  AND (offence.is_major OR offence._row IN (SELECT _row FROM core.unread WHERE field = 'is_major'))
GROUP BY offence._row
