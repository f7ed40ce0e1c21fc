SELECT _row, name, intended_post, decision_date, base, votes_for,
       base // 2 + 1 AS needed,
       decision_date AS fact_date,
       -- Exactly half is no majority, and the base is who should attend, not who came.
       judge(2 * votes_for > base) AS verdict
FROM decided
