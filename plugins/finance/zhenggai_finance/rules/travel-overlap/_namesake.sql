SELECT norm_text(person) AS who
FROM finance.staff_roster
GROUP BY norm_text(person)
HAVING count(DISTINCT coalesce(id_card, department, CAST(_row AS VARCHAR))) > 1
