WITH sitting AS (
  SELECT date, bool_and(present >= "due") AS everyone
  FROM party.party_group_topics
  WHERE date IS NOT NULL
  GROUP BY date
)
SELECT visit._row, visit.leader AS name, visit.leader AS owner, visit.date, visit.unit, visit.date AS fact_date,
       CASE WHEN visit.date IS NULL THEN 'gap'
            WHEN sitting.date IS NULL OR NOT sitting.everyone THEN 'ok'
            WHEN sitting.everyone THEN 'doubt'
            ELSE 'gap' END AS verdict
FROM party.research_visits AS visit
LEFT JOIN sitting ON sitting.date = visit.date
WHERE in_period(visit.date) IS NOT FALSE
