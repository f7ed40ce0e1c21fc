SELECT list_filter([document._row, min(topic._row) FILTER (contains(topic.said, document.name))], lambda one: one IS NOT NULL) AS _rows,
       any_value(coalesce(document.doc_date, document.decision_date)) AS day, any_value(document.name) AS name,
       any_value(document.action) AS action, any_value(document.post) AS post,
       any_value(coalesce(document.doc_date, document.decision_date)) AS fact_date,
       CASE WHEN coalesce(bool_or(contains(topic.said, document.name)), FALSE) THEN 'ok'
            WHEN any_value(coalesce(document.doc_date, document.decision_date)) IS NULL OR any_value(document.name) IS NULL THEN 'gap'
            -- An item on cadres that names nobody may be about him.
            WHEN count(topic._row) FILTER (topic.category = '干部人事' OR regexp_matches(topic.said, '干部|任免|人事')) > 0
              OR EXISTS (SELECT 1 FROM unsure WHERE unsure.from_day <= any_value(coalesce(document.doc_date, document.decision_date)) AND unsure.to_day >= any_value(coalesce(document.doc_date, document.decision_date)) - $lookback) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM cadre.appointment_documents AS document
LEFT JOIN topic
  ON topic.date BETWEEN coalesce(document.doc_date, document.decision_date) - $lookback AND coalesce(document.doc_date, document.decision_date)
WHERE in_period(coalesce(document.doc_date, document.decision_date)) IS NOT FALSE
GROUP BY document._row
