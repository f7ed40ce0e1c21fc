-- The numbers in the ledger of the finding under which a sentence stands.
SELECT headings.document, headings.item, problem_of.number
FROM headings
JOIN problem_of ON contains(problem_of.words, headings.title) OR contains(headings.title, problem_of.words)
