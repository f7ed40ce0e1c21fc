WITH item AS (
  SELECT any_value(_row) AS _row, date
  FROM party.party_group_topics
  WHERE (category = '意识形态' OR contains(norm_text(topic), '意识形态'))
    AND date IS NOT NULL
  GROUP BY date, norm_text(topic)
),
unsure AS (
  SELECT stretch.label, count(*) AS items
  FROM core.halves AS stretch
  JOIN party.party_group_topics AS topics
    ON date IS NULL OR date BETWEEN stretch.first_day AND stretch.last_day
  WHERE ((category = '意识形态' OR contains(norm_text(topic), '意识形态')) AND date IS NULL)
     OR (topic IS NULL AND category IS NULL)
  GROUP BY stretch.label
)
SELECT list(item._row ORDER BY item._row) FILTER (item._row IS NOT NULL) AS _rows,
       stretch.label AS key, stretch.label AS stretch,
       count(item._row) AS times,
       any_value(stretch.last_day) AS due,
       least(any_value(stretch.last_day), as_of()) AS fact_date,
       CASE WHEN times >= 1 THEN 'ok'
            WHEN NOT any_value(stretch.ended) THEN 'pending'
            WHEN times + coalesce(any_value(unsure.items), 0) >= 1 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM core.halves AS stretch
LEFT JOIN unsure USING (label)
LEFT JOIN item ON item.date BETWEEN stretch.first_day AND stretch.last_day
WHERE $ideology_per_year = 2
GROUP BY stretch.label
