SELECT _row,
       reception_date,
       visitor_unit,
       venue,
       list_filter($venue_words, lambda one: contains(upper(norm_text(venue)), upper(one))) AS words,
       handler AS owner,
       reception_date AS fact_date,
       CASE WHEN venue IS NULL THEN 'gap'
            WHEN len(words) > 0 THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM finance.reception_ledger
WHERE in_period(reception_date) IS NOT FALSE
