SELECT clue_row, case_row, TRUE AS numbered FROM by_number
UNION ALL
SELECT clue_row, case_row, FALSE FROM by_party
