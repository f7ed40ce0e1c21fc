SELECT id,
       list(meeting_date) AS days,
       min(meeting_date) AS first_day,
       sum(amount) AS resolved,
       count(*) > count(amount) AS open_amount
FROM topic
WHERE adopted
GROUP BY id
