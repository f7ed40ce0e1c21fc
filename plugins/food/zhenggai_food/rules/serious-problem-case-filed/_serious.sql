SELECT *
FROM clue
WHERE (book = 'inspection' AND (key_item_fail >= 1 OR result = '不符合' OR said_filed))
   OR (book = 'patrol' AND (said_filed OR number IS NOT NULL))
