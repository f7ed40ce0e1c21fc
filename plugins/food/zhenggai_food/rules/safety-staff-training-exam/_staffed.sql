SELECT canteen_row, entry_row, sure, role
FROM link
JOIN food.safety_staff_register AS registered ON registered._row = link.entry_row
