SELECT _row, name FROM visit ANTI JOIN named ON named.entry_row = visit._row
