SELECT chosen._row,
       paper AS subject,
       name,
       paper,
       string_agg(DISTINCT regexp_extract(path, '[^/]*$'), '、') FILTER (characters < 30) AS file,
       any_value(decision_date) AS fact_date,
       CASE WHEN person IS NULL THEN 'gap'
            WHEN count(*) FILTER (characters >= 30) > 0 THEN 'ok'
            ELSE 'doubt' END AS verdict
FROM chosen
JOIN known ON contains(words, person) IS NOT FALSE
GROUP BY chosen._row, paper, name, person
