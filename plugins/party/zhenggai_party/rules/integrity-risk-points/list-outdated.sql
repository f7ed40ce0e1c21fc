SELECT list(_row ORDER BY _row)[1:1] AS _rows, 'list' AS key,
       max(greatest(issued_to, reviewed)) AS latest,
       judge(add_months(latest, $max_age_months) >= as_of()) AS verdict
FROM party.integrity_risk
HAVING count(*) > 0
