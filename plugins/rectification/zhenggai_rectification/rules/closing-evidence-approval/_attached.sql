-- By the number given, by the number that opens the file's name, or by the name in the cell.
SELECT closed._row, files._row AS file_row
FROM closed
JOIN files ON norm_text(files.number) = closed.number
UNION
SELECT closed._row, files._row AS file_row
FROM closed
JOIN files ON files.number IS NULL AND regexp_extract(files.name, '^[0-9]+') = closed.number
UNION
SELECT words._row, files._row AS file_row
FROM words
JOIN files ON files.name = regexp_replace(norm_text(words.word), '[.][A-Za-z0-9]+$', '')
