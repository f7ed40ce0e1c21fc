WITH line AS (
  SELECT norm_text(invoice_no) AS number,
         string_agg(concat_ws(' ', item_name, spec), ' ') AS goods
  FROM finance.invoice_register
  WHERE invoice_no IS NOT NULL
  GROUP BY number
), bill AS (
  SELECT reception._row,
         string_agg(line.goods, ' ') AS goods
  FROM (SELECT _row, unnest(split_names(norm_text(invoice_no))) AS number FROM finance.reception_ledger) AS reception
  JOIN line ON line.number = reception.number
  GROUP BY reception._row
), served AS (
  SELECT reception.*,
         regexp_replace(
           norm_text(nullif(concat_ws(' ', menu, goods), '')),
           array_to_string(list_transform($excluded_words, lambda one: regexp_escape(one)), '|'),
           '',
           'g'
         ) AS goods
  FROM finance.reception_ledger AS reception
  LEFT JOIN bill ON bill._row = reception._row
  WHERE in_period(reception_date) IS NOT FALSE
    AND (reception.amount > 0 IS NOT FALSE OR menu IS NOT NULL)
)
SELECT _row,
       reception_date,
       visitor_unit,
       list_filter($alcohol_words, lambda one: contains(goods, one)) AS words,
       CASE WHEN reception_date < DATE '2025-05-02' THEN '；此前全国只禁高档酒水，请按当地当时规定核实'
            WHEN reception_date < DATE '2025-05-18' THEN '；条例5月2日修订、5月18日公布'
            ELSE '' END AS note,
       handler AS owner,
       reception_date AS fact_date,
       CASE WHEN goods IS NULL THEN 'gap'
            WHEN len(words) = 0 THEN 'ok'
            WHEN reception_date >= DATE '2025-05-02' THEN 'violation'
            ELSE 'gap' END AS verdict
FROM served
