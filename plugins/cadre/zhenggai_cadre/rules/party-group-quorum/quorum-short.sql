SELECT _row, name, intended_post, decision_date, base, members_present,
       (2 * base + 2) // 3 AS needed,
       decision_date AS fact_date,
       judge(3 * members_present >= 2 * base) AS verdict
FROM decided
