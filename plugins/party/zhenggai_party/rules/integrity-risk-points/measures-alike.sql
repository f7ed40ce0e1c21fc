SELECT list(_row ORDER BY _row) AS _rows, coalesce(norm_text(measure), '') AS key, any_value(measure) AS measure,
       count(DISTINCT norm_text(risk)) AS rows,
       CASE WHEN norm_text(measure) IS NULL THEN 'gap' ELSE judge(rows < $same_measure) END AS verdict
FROM party.integrity_risk
GROUP BY norm_text(measure)
