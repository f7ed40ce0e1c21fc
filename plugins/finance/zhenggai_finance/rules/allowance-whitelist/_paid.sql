SELECT * EXCLUDE (amount, named, months),
       months IS NULL AS undated,
       amount / greatest(len(coalesce(months, [])), 1) AS amount,
       unnest(coalesce(months, [NULL])) AS pay_for
FROM stretched
