-- A topic is the project's if it names the project, or its site together with works.
SELECT ledger.id,
       minutes._row AS topic_row,
       meeting_date,
       topic,
       minutes.amount,
       NOT regexp_matches(decision, '不同意|缓议|暂缓|不通过|未通过') AS adopted
FROM finance.decision_minutes AS minutes
JOIN ledger
  ON contains(norm_text(topic), norm_text(project_name))
  OR (contains(norm_text(topic), norm_text(site)) AND regexp_matches(topic, '维修|修缮|工程|改造|装修'))
