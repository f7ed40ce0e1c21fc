SELECT _row,
       topic AS subject,
       title,
       replace(topic, '|', '或') AS topic,
       issued AS fact_date,
       CASE WHEN unreadable THEN 'gap'
            ELSE judge(len(list_filter(string_split(subjects.topic, '|'), lambda word: contains(body, norm_text(word)))) > 0) END AS verdict
FROM newest
CROSS JOIN (SELECT unnest($subjects) AS topic) AS subjects
