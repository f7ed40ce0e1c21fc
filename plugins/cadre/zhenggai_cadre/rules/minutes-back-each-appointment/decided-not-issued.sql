WITH -- “任命甲某为…”“甲某同志任…”: what was caught counts only if it is the name of somebody known.
caught AS (
  SELECT document, meeting_date, norm_name(unnest(list_concat(
           regexp_extract_all(sentence, '任命?([\p{Han}·]{2,4}?)(?:同志)?为', 1),
           regexp_extract_all(sentence, '提拔([\p{Han}·]{2,4}?)(?:同志)?(?:为|任|担任)', 1),
           regexp_extract_all(sentence, '(?:^|[,:：、])([\p{Han}·]{2,4}?)(?:同志)?(?:,)?(?:试任|担任|任)', 1)))) AS person
  FROM sentence
),
known AS (
  SELECT norm_name(name) AS person FROM cadre.roster
  UNION SELECT norm_name(name) FROM cadre.selection_register
  UNION SELECT norm_name(name) FROM cadre.appointment_documents
),
decided AS (
  SELECT DISTINCT document, meeting_date, caught.person
  FROM caught
  SEMI JOIN known ON known.person = caught.person
  WHERE in_period(meeting_date) IS NOT FALSE
),
answered AS (
  SELECT document, decided.person,
         count(*) FILTER (doc_date BETWEEN meeting_date AND meeting_date + CAST($max_lag_days AS INTEGER)) AS issued,
         count(*) FILTER (doc_date IS NULL) AS undated
  FROM decided
  JOIN cadre.appointment_documents AS issue ON norm_name(issue.name) = decided.person
  GROUP BY ALL
),
registered AS (
  SELECT DISTINCT document, decided.person
  FROM decided
  JOIN cadre.selection_register AS selected ON norm_name(selected.name) = decided.person
    AND selected.decision_date = decided.meeting_date
)
SELECT decided.document AS _row,
       decided.person AS subject,
       decided.person AS person,
       meeting_date,
       meeting_date AS fact_date,
       meeting_date + CAST($max_lag_days AS INTEGER) AS due,
       CASE WHEN issued > 0 OR registered.person IS NOT NULL THEN 'ok'
            WHEN meeting_date IS NULL OR undated > 0 THEN 'gap'
            WHEN as_of() <= due THEN 'pending'
            ELSE 'violation' END AS verdict
FROM decided
LEFT JOIN answered ON answered.document = decided.document AND answered.person = decided.person
LEFT JOIN registered ON registered.document = decided.document AND registered.person = decided.person
