-- Ranks do not fall: service in a rank or above runs from the first day of the lowest one that counts.
SELECT _row, norm_text(current_rank) AS rank, current_rank_since AS since FROM promoted WHERE current_rank IS NOT NULL
UNION ALL
SELECT promoted._row, norm_text(from_rank), from_since
FROM promoted
JOIN cadre.rank_register AS step ON norm_name(step.name) = promoted.person AND (step.id_card <> promoted.id_card) IS NOT TRUE
WHERE (approve_date <= promoted.decision_date) IS NOT FALSE
UNION ALL
SELECT promoted._row, norm_text(to_rank), date_trunc('month', approve_date)
FROM promoted
JOIN cadre.rank_register AS step ON norm_name(step.name) = promoted.person AND (step.id_card <> promoted.id_card) IS NOT TRUE
WHERE approve_date <= promoted.decision_date
