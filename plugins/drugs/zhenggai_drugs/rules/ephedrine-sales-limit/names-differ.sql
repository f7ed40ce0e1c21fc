SELECT list(_row ORDER BY _row) AS _rows,
       upper(norm_text(id_card)) AS key,
       any_value(id_card) AS id_card,
       count(DISTINCT norm_text(buyer_name)) AS times,
       string_agg(DISTINCT norm_text(buyer_name), '、' ORDER BY norm_text(buyer_name)) AS names,
       CASE WHEN times > 1 THEN 'violation'
            WHEN times = 1 THEN 'ok'
            ELSE 'gap' END AS verdict
FROM drugs.ephedrine_register
WHERE in_period(sale_date) IS NOT FALSE
  AND norm_text(id_card) <> ''
GROUP BY upper(norm_text(id_card))
