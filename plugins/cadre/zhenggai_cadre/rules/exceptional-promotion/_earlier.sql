SELECT excepted._row,
       before._row AS earlier_row,
       before.intended_post AS earlier_post,
       before.exceptional AS earlier_exceptional,
       before.decision_date AS earlier_decision,
       before.formal_date_from AS earlier_formal
FROM excepted
JOIN cadre.selection_register AS before ON norm_name(before.name) = excepted.person
  AND before.kind = '提拔'
  AND before.decision_date < excepted.decision_date
  AND NOT (before.id_card <> excepted.id_card OR before.birth_month <> excepted.birth_month) IS TRUE
QUALIFY row_number() OVER (PARTITION BY excepted._row ORDER BY before.decision_date DESC, before._row) = 1
