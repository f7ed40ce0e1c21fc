-- Each line belongs to the heading above it; what stands before the first is the list of attendees.
SELECT document, number, words,
       count(*) FILTER (is_head) OVER (PARTITION BY document ORDER BY number) AS item,
       bool_or(is_head) OVER (PARTITION BY document) AS headed
FROM line
