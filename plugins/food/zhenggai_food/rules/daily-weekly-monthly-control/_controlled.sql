SELECT canteen_row, sure, record_type, record_date, person
FROM link
JOIN food.control_record AS kept ON kept._row = link.entry_row
