SELECT _row, name, from_rank, to_rank, upper_step.rank AS next_rank,
       approve_date AS fact_date,
       judge(to_step = from_step + 1) AS verdict
FROM risen
LEFT JOIN ladder AS upper_step ON upper_step.sequence = risen.ladder AND upper_step.step = from_step + 1
