SELECT *,
       CASE WHEN starts_with(type, '留党察看')
            THEN coalesce(add_months(restored_date, months), CAST('9999-12-31' AS DATE))
            ELSE add_months(begun, months) END AS single_end
FROM punished
