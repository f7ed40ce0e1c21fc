-- The newest review or check before the meeting, else the first after it, by a person's name.
SELECT chosen._row,
       coalesce(max(review_date) FILTER (review_date <= decision_date), min(review_date)) AS on_day
FROM chosen
JOIN cadre.archive_review AS review ON norm_name(review.name) = chosen.person
  AND (review.id_card <> chosen.id_card) IS NOT TRUE
GROUP BY chosen._row
