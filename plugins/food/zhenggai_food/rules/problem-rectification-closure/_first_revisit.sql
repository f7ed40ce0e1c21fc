SELECT _row, min(revisited) AS revisited, arg_min(outcome, revisited) AS outcome
FROM revisit
GROUP BY _row
