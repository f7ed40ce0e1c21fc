SELECT papers[1:1] AS _rows, named AS key, named, held, expected, present, held AS fact_date,
       judge(3 * present >= 2 * expected) AS verdict
FROM meeting
